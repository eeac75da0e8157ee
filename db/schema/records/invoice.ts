import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { baseColumns } from './base.ts';
import { tradeColumns } from './trade-document.ts';

export const invoiceStatuses = ['draft', 'submitted', 'partially_paid', 'paid', 'overdue', 'void', 'unknown'] as const;

export const invoices = pgTable(
  'record_invoices',
  {
    ...baseColumns(),
    ...tradeColumns(),
    status: text().$type<(typeof invoiceStatuses)[number]>(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.rootfi_id] }),
    uniqueIndex('record_invoices_platform').on(t.company_id, t.platform_id),
    index('record_invoices_contact').on(t.company_id, t.contact_id),
    index('record_invoices_posted').on(t.company_id, t.posted_date, t.rootfi_id),
    index('record_invoices_total').on(t.company_id, t.total_amount, t.rootfi_id),
    index('record_invoices_updated').on(t.company_id, t.rootfi_updated_at, t.rootfi_id),
  ],
);
