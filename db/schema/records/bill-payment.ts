import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { baseColumns } from './base.ts';
import { paymentColumns } from './payment.ts';

/** As with payments of invoices, the platform's own id is `platform_unique_id` here and `payment_id` on the wire. */
export const billPayments = pgTable(
  'record_bill_payments',
  {
    ...baseColumns(),
    ...paymentColumns(),
    bill_id: text(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.rootfi_id] }),
    uniqueIndex('record_bill_payments_platform').on(t.company_id, t.platform_id),
    index('record_bill_payments_bill').on(t.company_id, t.bill_id),
    index('record_bill_payments_contact').on(t.company_id, t.contact_id),
    index('record_bill_payments_date').on(t.company_id, t.payment_date, t.rootfi_id),
    index('record_bill_payments_amount').on(t.company_id, t.amount, t.rootfi_id),
    index('record_bill_payments_updated').on(t.company_id, t.rootfi_updated_at, t.rootfi_id),
  ],
);
