import { Decimal } from 'decimal.js';
import type { InvoicePaymentFields } from '../../../domain/writes/write-fields.ts';
import { isNegative } from '../mapping/values.ts';
import { type Payable, payableAnswer } from './answers.ts';
import { type PaidDocument, paidDocument } from './paid-document.ts';
import { refused } from './refusal.ts';
import type { WriteCalls } from './write-calls.ts';

/** The customer's invoice or credit note of this id; null where these books have none. */
export async function findPayable({ ask, books }: WriteCalls, { id }: PaidDocument): Promise<Payable | null> {
  if (!/^\d{1,9}$/.test(id)) return null;
  const [payable] = await ask({
    method: 'account.invoice.search_read',
    args: [
      [
        ['id', '=', Number(id)],
        ['type', '=', 'out'],
        ['company', '=', books.company.id],
      ],
      0,
      1,
      null,
      [
        ...['number', 'state', 'party', 'account', 'total_amount', 'amount_to_pay', '_timestamp'],
        ...['currency.code', 'currency.digits'],
      ],
    ],
    answer: payableAnswer,
  });
  return payable ?? null;
}

/**
 * The document that is to be paid, as it is now. Throws record-refused, naming the field, when it is not there or not
 * open, or when the payment is not one of it.
 */
export async function readPayable(calls: WriteCalls, fields: InvoicePaymentFields): Promise<Payable> {
  if (fields.invoice_id && fields.credit_note_id) {
    throw refused(
      'credit_note_id',
      'Tryton refunds a credit note or takes the payment of an invoice, not one by the other.',
    );
  }
  const document = paidDocument(fields);
  const payable = await findPayable(calls, document);
  const isCredit = document.field === 'credit_note_id';
  if (!payable) {
    await calls.requireCompany();
    throw refused(
      document.field,
      `Tryton has no customer ${isCredit ? 'credit note' : 'invoice'} with the id ${document.id}.`,
    );
  }
  if (isNegative(payable.total_amount) !== isCredit) {
    throw refused(
      document.field,
      isCredit ? 'This is an invoice: give it as invoice_id.' : 'This is a credit note: give it as credit_note_id.',
    );
  }
  requireOpen(payable, document);
  requireSameParties(payable, fields);
  requireBookableAmount(payable, fields.amount);
  return payable;
}

function requireOpen({ number, state }: Payable, { field }: PaidDocument): void {
  if (state === 'posted') return;
  const closed: Record<string, string> = {
    draft: 'is a draft. Post it in Tryton first.',
    validated: 'is not posted yet. Post it in Tryton first.',
    paid: 'is paid: nothing is left to pay.',
    cancelled: 'is cancelled.',
  };
  throw refused(field, `${number ?? 'It'} ${closed[state] ?? `can’t be paid: its state is ${state}.`}`);
}

/** Tryton would convert another currency at its own rate, and knows no payer but the document's party. */
function requireSameParties(payable: Payable, { contact_id, currency_id }: InvoicePaymentFields): void {
  if (contact_id && contact_id !== String(payable.party)) {
    throw refused('contact_id', `It is of the contact ${payable.party}, not of ${contact_id}.`);
  }
  const { id, code } = payable['currency.'];
  if (currency_id && currency_id !== String(id) && currency_id.toUpperCase() !== code) {
    throw refused('currency_id', `It is in ${code} (${id}): a payment has to be in the same currency.`);
  }
}

/** The wizard takes an amount with too many decimals as it is and books a fraction of a cent. */
function requireBookableAmount(payable: Payable, text: string): void {
  const { code, digits } = payable['currency.'];
  const amount = new Decimal(text);
  if (amount.decimalPlaces() > digits) {
    throw refused('amount', `${code} has ${digits} decimals, ${amount.toFixed()} has more.`);
  }
  const due = dueOf(payable);
  if (amount.greaterThan(due)) {
    throw refused('amount', `Only ${due.toFixed()} ${code} is left to pay, which is less than ${amount.toFixed()}.`);
  }
}

/** What is left to pay or to refund, without a sign. */
export function dueOf({ total_amount, amount_to_pay }: Payable): Decimal {
  const due = new Decimal(amount_to_pay);
  return isNegative(total_amount) ? due.negated() : due;
}
