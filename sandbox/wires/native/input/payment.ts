import { z } from 'zod';
import { Refusal } from '../../../http.ts';
import type { Book } from '../../../state/book.ts';
import { dayOf } from '../../../state/generate/dates.ts';
import { bankAccountIn } from '../../../state/lookups.ts';
import { paymentMethods } from '../../../state/records/money.ts';
import { day, decimal, externalId, type Form, rate, text } from './form.ts';

const settlement = {
  amount: decimal,
  /** Contact and currency are the document's; given ones must be the same. */
  contact_id: text.optional(),
  currency_id: text.optional(),
  rate: rate.optional(),
  account_id: text.optional(),
  paid_on: day.optional(),
  reference: text.optional(),
  method: z.enum(paymentMethods).optional(),
  note: text.nullable().optional(),
};

export const paymentForm: Form<'payments'> = {
  schema: z.strictObject({ external_id: externalId.optional(), invoice_id: text, ...settlement }),
  complete: (given, { book, existing, now }) => {
    if (existing) return unlessMoved(given, given.invoiceId, 'invoice_id');
    const reference = `RCP-A${String(book.tables.payments.nextId()).padStart(5, '0')}`;
    return { externalId: null, reference, ...paid(book, 'invoices', given.invoiceId, now), ...given };
  },
};

export const billPaymentForm: Form<'bill_payments'> = {
  schema: z.strictObject({ bill_id: text, ...settlement }),
  complete: (given, { book, existing, now }) => {
    if (existing) return unlessMoved(given, given.billId, 'bill_id');
    const reference = `PMT-A${String(book.tables.bill_payments.nextId()).padStart(5, '0')}`;
    return { reference, ...paid(book, 'bills', given.billId, now), ...given };
  },
};

/** A payment stays with its document. */
function unlessMoved<T>(given: T, documentId: number | undefined, field: string): T {
  if (documentId === undefined) return given;
  throw new Refusal(400, 'invalid_field', `${field} can’t be changed`, { field });
}

/** What a payment takes from the document that it pays. */
function paid(book: Book, model: 'invoices' | 'bills', id: number | undefined, now: number) {
  const field = model === 'invoices' ? 'invoice_id' : 'bill_id';
  const document = book.tables[model].live(id ?? 0);
  if (!document) throw new Refusal(422, 'unknown_reference', `${field} names none of the ${model}`, { field });
  return {
    contactId: document.contactId,
    currencyId: document.currencyId,
    rate: document.rate,
    accountId: bankAccountIn(book, document.currencyId),
    paidOn: dayOf(now),
    method: 'transfer' as const,
    note: null,
  };
}
