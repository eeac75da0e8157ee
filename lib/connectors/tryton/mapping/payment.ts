import type { z } from 'zod';
import type { Canonical } from '../../../domain/records/registry.ts';
import type { paymentRow } from '../rows/payment.ts';
import { readPaymentDescription } from '../writing/payment-description.ts';
import { dayStart, difference, idText, isNegative, latestStamp, negated, quotient } from './values.ts';

type Payment = z.infer<typeof paymentRow>;

/** Money that came in for an invoice, or was given back on a credit note, is positive; what was taken back is negative. */
export function mapInvoicePayment(row: Payment): Canonical<'INVOICE_PAYMENT'> {
  const isCredit = isNegative(row['invoice_payment.'].total_amount);
  const { paidId, creditNoteId, ...payment } = mapPayment(row, { isDebit: isCredit, isCredit });
  return { ...payment, fields: { ...payment.fields, invoice_id: paidId, credit_note_id: creditNoteId } };
}

/** The same the other way round: money that went out for a bill, or came back on a credit note. */
export function mapBillPayment(row: Payment): Canonical<'BILL_PAYMENT'> {
  const isCredit = isNegative(row['invoice_payment.'].total_amount);
  const { paidId, creditNoteId, ...payment } = mapPayment(row, { isDebit: !isCredit, isCredit });
  return { ...payment, fields: { ...payment.fields, bill_id: paidId, credit_note_id: creditNoteId } };
}

/** A move line that pays a document; the payment as such, which may pay several, is its move. */
function mapPayment(row: Payment, { isDebit, isCredit }: { isDebit: boolean; isCredit: boolean }) {
  const move = row['move.'];
  const paid = row['invoice_payment.'];
  const booked = difference(row.debit, row.credit);
  const foreign = row.second_currency === null ? null : row.amount_second_currency;
  const amount = foreign ?? booked;
  const words = readPaymentDescription(move.description);
  return {
    platformId: String(row.id),
    platformUniqueId: String(move.id),
    paidId: isCredit ? null : String(paid.id),
    creditNoteId: isCredit ? String(paid.id) : null,
    fields: {
      account_id: counterpart(row),
      amount: isDebit ? amount : negated(amount),
      payment_mode: move['journal.']?.name ?? null,
      currency_id: idText(foreign === null ? row.currency : row.second_currency),
      currency_rate: foreign === null ? '1' : quotient(foreign, booked),
      memo: words.memo,
      payment_date: row.date && dayStart(row.date),
      contact_id: String(row.party ?? paid.party),
      document_number: words.documentNumber ?? move.number,
      updated_at: latestStamp([row, { ...move, create_date: null }]),
    },
    children: {},
  };
}

/** The account on the other side of the money: the one other account of the move; null where there are several or none. */
function counterpart(row: Payment): string | null {
  const others = new Set(row['move.']['lines.'].map(({ account }) => account).filter((id) => id !== row.account));
  const [only] = others;
  return others.size === 1 ? idText(only) : null;
}
