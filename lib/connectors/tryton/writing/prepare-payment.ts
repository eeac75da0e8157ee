import { Decimal } from 'decimal.js';
import type { InvoicePaymentFields } from '../../../domain/writes/write-fields.ts';
import type { WriteRequest } from '../../types.ts';
import { encodeDay, encodeDecimal } from '../wire-values.ts';
import { type Payable, payableAnswer, periodsAnswer } from './answers.ts';
import { writePaymentDescription } from './payment-description.ts';
import { choosePaymentMethod } from './payment-method.ts';
import { refused } from './refusal.ts';
import type { WriteCalls } from './write-calls.ts';

/** A payment that Tryton should take as it is. */
export interface PreparedPayment {
  invoice: Payable;
  /** Less than what is to pay. */
  isPartial: boolean;
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
  const invoice = await readPayable(calls, fields.invoice_id);
  requireOpen(invoice);
  requireSameParties(invoice, fields);
  requireBookableAmount(invoice, fields.amount);
  const day = new Date(fields.payment_date).toISOString().slice(0, 10);
  await requireOpenPeriod(calls, day);
  const method = await choosePaymentMethod(calls, invoice, request);
  const words = { documentNumber: fields.document_number || null, memo: fields.memo || null };
  return {
    invoice,
    isPartial: new Decimal(fields.amount).lessThan(invoice.amount_to_pay),
    amount: fields.amount,
    day,
    start: {
      payment_method: method.id,
      amount: encodeDecimal(fields.amount),
      currency: invoice['currency.'].id,
      currency_digits: invoice['currency.'].digits,
      company: calls.books.company.id,
      invoice_account: invoice.account,
      date: encodeDay(day),
      description: writePaymentDescription(words, marker),
    },
  };
}

/** The customer invoice of this id; null where these books have none. */
export async function findPayable({ ask, books }: WriteCalls, invoiceId: string | undefined): Promise<Payable | null> {
  if (!/^\d{1,9}$/.test(invoiceId ?? '')) return null;
  const [invoice] = await ask({
    method: 'account.invoice.search_read',
    args: [
      [
        ['id', '=', Number(invoiceId)],
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
  return invoice ?? null;
}

async function readPayable(calls: WriteCalls, invoiceId: string | undefined): Promise<Payable> {
  const invoice = await findPayable(calls, invoiceId);
  if (!invoice) throw refused('invoice_id', `Tryton has no customer invoice with the id ${invoiceId}.`);
  return invoice;
}

function requireOpen(invoice: Payable): void {
  const name = invoice.number ? `The invoice ${invoice.number}` : 'The invoice';
  const closed: Record<string, string> = {
    draft: 'is a draft. Post it in Tryton first.',
    validated: 'is not posted yet. Post it in Tryton first.',
    paid: 'is paid: nothing is left to pay.',
    cancelled: 'is cancelled.',
  };
  if (invoice.state !== 'posted') {
    throw refused('invoice_id', `${name} ${closed[invoice.state] ?? `can’t be paid: its state is ${invoice.state}.`}`);
  }
  if (new Decimal(invoice.total_amount).isNegative()) {
    throw refused('invoice_id', `${name} is a credit note, on which no money comes in.`);
  }
}

/** Tryton would convert another currency at its own rate, and knows no payer but the invoice's party. */
function requireSameParties(invoice: Payable, { contact_id, currency_id }: InvoicePaymentFields): void {
  if (contact_id && contact_id !== String(invoice.party)) {
    throw refused('contact_id', `The invoice is of the contact ${invoice.party}, not of ${contact_id}.`);
  }
  const { id, code } = invoice['currency.'];
  if (currency_id && currency_id !== String(id) && currency_id.toUpperCase() !== code) {
    throw refused('currency_id', `The invoice is in ${code} (${id}): a payment has to be in the same currency.`);
  }
}

/** The wizard takes an amount with too many decimals as it is and books a fraction of a cent. */
function requireBookableAmount(invoice: Payable, text: string): void {
  const { code, digits } = invoice['currency.'];
  const amount = new Decimal(text);
  if (amount.decimalPlaces() > digits) {
    throw refused('amount', `${code} has ${digits} decimals, ${amount.toFixed()} has more.`);
  }
  if (amount.greaterThan(invoice.amount_to_pay)) {
    throw refused(
      'amount',
      `Only ${invoice.amount_to_pay} ${code} is left to pay, which is less than ${amount.toFixed()}.`,
    );
  }
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
