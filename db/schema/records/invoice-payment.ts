import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { baseColumns } from './base.ts';
import { paymentColumns } from './payment.ts';

/** The platform's own id of a payment is `platform_unique_id` here and `payment_id` on the wire. */
export const invoicePayments = pgTable(
  'record_invoice_payments',
  {
    ...baseColumns(),
    ...paymentColumns(),
    invoice_id: text(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.rootfi_id] }),
    uniqueIndex('record_invoice_payments_platform').on(t.company_id, t.platform_id),
    index('record_invoice_payments_invoice').on(t.company_id, t.invoice_id),
    index('record_invoice_payments_contact').on(t.company_id, t.contact_id),
    index('record_invoice_payments_date').on(t.company_id, t.payment_date, t.rootfi_id),
    index('record_invoice_payments_amount').on(t.company_id, t.amount, t.rootfi_id),
    index('record_invoice_payments_updated').on(t.company_id, t.rootfi_updated_at, t.rootfi_id),
  ],
);
