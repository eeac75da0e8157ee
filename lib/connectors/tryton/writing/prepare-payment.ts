import type { WriteRequest } from '../../types.ts';
import { isNegative, negated } from '../mapping/values.ts';
import { encodeDay, encodeDecimal } from '../wire-values.ts';
import { type Payable, periodsAnswer } from './answers.ts';
import { dueOf, readPayable } from './payable.ts';
import { writePaymentDescription } from './payment-description.ts';
import { choosePaymentMethod } from './payment-method.ts';
import { refused } from './refusal.ts';
import type { WriteCalls } from './write-calls.ts';

/** A payment that Tryton should take as it is. */
export interface PreparedPayment {
  invoice: Payable;
  /** Less than what is left to pay. */
  isPartial: boolean;
  /** As Tryton signs it: what is refunded on a credit note is negative. */
  amount: string;
  /** 2026-01-31 */
  day: string;
  /** What the wizard's first form is filled in with. */
  start: object;
}

/**
 * Reads what is to pay and how, and fills in the form. Throws record-refused, naming the field, for whatever Tryton would
 * refuse, or worse: would book although it is not what was asked.
 */
export async function preparePayment(
  calls: WriteCalls,
  request: WriteRequest<'INVOICE_PAYMENT'>,
): Promise<PreparedPayment> {
  const { fields, marker } = request;
  const invoice = await readPayable(calls, fields);
  const day = new Date(fields.payment_date).toISOString().slice(0, 10);
  await requireOpenPeriod(calls, day);
  const method = await choosePaymentMethod(calls, invoice, request);
  const words = { documentNumber: fields.document_number || null, memo: fields.memo || null };
  const amount = isNegative(invoice.total_amount) ? negated(fields.amount) : fields.amount;
  return {
    ...{ invoice, amount, day },
    isPartial: dueOf(invoice).greaterThan(fields.amount),
    start: {
      payment_method: method.id,
      amount: encodeDecimal(amount),
      currency: invoice['currency.'].id,
      currency_digits: invoice['currency.'].digits,
      company: calls.books.company.id,
      invoice_account: invoice.account,
      date: encodeDay(day),
      description: writePaymentDescription(words, marker),
    },
  };
}

async function requireOpenPeriod({ ask, books }: WriteCalls, day: string): Promise<void> {
  const periods = await ask({
    method: 'account.period.search_read',
    args: [
      [
        ['company', '=', books.company.id],
        ['type', '=', 'standard'],
        ['start_date', '<=', encodeDay(day)],
        ['end_date', '>=', encodeDay(day)],
      ],
      0,
      null,
      null,
      ['state'],
    ],
    answer: periodsAnswer,
  });
  if (periods.some(({ state }) => state === 'open')) return;
  throw refused(
    'payment_date',
    periods.length > 0 ? `The period of ${day} is closed in Tryton.` : `Tryton has no accounting period for ${day}.`,
  );
}
