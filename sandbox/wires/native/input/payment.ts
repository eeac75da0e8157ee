import { z } from 'zod';
import { Refusal } from '../../../http.ts';
import { dayOf } from '../../../state/generate/dates.ts';
import { bankAccountIn } from '../../../state/lookups.ts';
import { day, decimal, externalId, type Form, rate, text } from './form.ts';

export const paymentForm: Form<'payments'> = {
  schema: z.strictObject({
    external_id: externalId.optional(),
    invoice_id: text,
    amount: decimal,
    /** Contact and currency are the invoice's; given ones must be the same. */
    contact_id: text.optional(),
    currency_id: text.optional(),
    rate: rate.optional(),
    account_id: text.optional(),
    paid_on: day.optional(),
    reference: text.optional(),
    method: z.enum(['transfer', 'card', 'cash', 'direct_debit', 'cheque']).optional(),
    note: text.nullable().optional(),
  }),
  complete: (given, { book, existing, now }) => {
    if (existing) {
      if (given.invoiceId === undefined) return given;
      throw new Refusal(400, 'invalid_field', 'invoice_id can’t be changed', { field: 'invoice_id' });
    }
    const invoice = book.tables.invoices.live(given.invoiceId ?? 0);
    if (!invoice) {
      throw new Refusal(422, 'unknown_reference', 'invoice_id names no invoice of this book', { field: 'invoice_id' });
    }
    return {
      externalId: null,
      contactId: invoice.contactId,
      currencyId: invoice.currencyId,
      rate: invoice.rate,
      accountId: bankAccountIn(book, invoice.currencyId),
      paidOn: dayOf(now),
      reference: `RCP-A${String(book.tables.payments.nextId()).padStart(5, '0')}`,
      method: 'transfer',
      note: null,
      ...given,
    };
  },
};
