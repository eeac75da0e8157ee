import type { z } from 'zod';
import type { Canonical } from '../../../domain/records/registry.ts';
import type { paymentRow } from '../rows/payment.ts';
import { readPaymentDescription } from '../writing/payment-description.ts';
import { dayStart, difference, idText, latestStamp, quotient } from './values.ts';

type Payment = z.infer<typeof paymentRow>;

/**
 * A move line that pays an invoice; the payment as such, which may pay several, is its move. Money that came in is
 * positive, money given back on a credit note negative.
 */
export function mapPayment(row: Payment): Canonical<'INVOICE_PAYMENT'> {
  const move = row['move.'];
  const invoice = row['invoice_payment.'];
  const words = readPaymentDescription(move.description);
  const received = difference(row.credit, row.debit);
  const foreign =
    row.second_currency !== null && row.amount_second_currency !== null ? row.amount_second_currency : null;
  return {
    platformId: String(row.id),
    platformUniqueId: String(move.id),
    fields: {
      invoice_id: String(invoice.id),
      account_id: counterpart(row),
      credit_note_id: null,
      amount: foreign === null ? received : difference('0', foreign),
      payment_mode: move['journal.']?.name ?? null,
      currency_id: idText(foreign === null ? row.currency : row.second_currency),
      currency_rate: foreign === null ? '1' : quotient(foreign, difference('0', received)),
      memo: words.memo,
      payment_date: row.date && dayStart(row.date),
      contact_id: String(row.party ?? invoice.party),
      document_number: words.documentNumber ?? move.number,
      updated_at: latestStamp([row, { ...move, create_date: null }]),
    },
    children: {},
  };
}

/** The account that the money came into: the one other account of the move; null where there are several or none. */
function counterpart(row: Payment): string | null {
  const others = new Set(row['move.']['lines.'].map(({ account }) => account).filter((id) => id !== row.account));
  const [only] = others;
  return others.size === 1 ? idText(only) : null;
}
