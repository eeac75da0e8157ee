import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { baseColumns, decimal, platformMoment } from './base.ts';

/** The platform's own id of a payment is `platform_unique_id` here and `payment_id` on the wire. */
export const invoicePayments = pgTable(
  'record_invoice_payments',
  {
    ...baseColumns(),
    invoice_id: text(),
    account_id: text(),
    credit_note_id: text(),
    amount: decimal(),
    payment_mode: text(),
    currency_id: text(),
    currency_rate: decimal(),
    memo: text(),
    payment_date: platformMoment(),
    contact_id: text(),
    document_number: text(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.rootfi_id] }),
    uniqueIndex('record_invoice_payments_platform').on(t.company_id, t.platform_id),
    index('record_invoice_payments_invoice').on(t.company_id, t.invoice_id),
    index('record_invoice_payments_contact').on(t.company_id, t.contact_id),
    index('record_invoice_payments_date').on(t.company_id, t.payment_date, t.rootfi_id),
  ],
);
