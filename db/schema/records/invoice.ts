import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { baseColumns, decimal, platformMoment } from './base.ts';

export const invoiceStatuses = ['draft', 'submitted', 'partially_paid', 'paid', 'overdue', 'void', 'unknown'] as const;

export const invoices = pgTable(
  'record_invoices',
  {
    ...baseColumns(),
    document_number: text(),
    status: text().$type<(typeof invoiceStatuses)[number]>(),
    contact_id: text(),
    currency_id: text(),
    currency_rate: decimal(),
    posted_date: platformMoment(),
    due_date: platformMoment(),
    sub_total: decimal(),
    total_discount: decimal(),
    tax_amount: decimal(),
    total_amount: decimal(),
    amount_due: decimal(),
    memo: text(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.rootfi_id] }),
    uniqueIndex('record_invoices_platform').on(t.company_id, t.platform_id),
    index('record_invoices_contact').on(t.company_id, t.contact_id),
    index('record_invoices_posted').on(t.company_id, t.posted_date, t.rootfi_id),
  ],
);
