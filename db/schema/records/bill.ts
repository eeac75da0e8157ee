import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { baseColumns } from './base.ts';
import type { invoiceStatuses } from './invoice.ts';
import { tradeColumns } from './trade-document.ts';

/** What a supplier asks money for; its states are those of an invoice. */
export const bills = pgTable(
  'record_bills',
  {
    ...baseColumns(),
    ...tradeColumns(),
    status: text().$type<(typeof invoiceStatuses)[number]>(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.rootfi_id] }),
    uniqueIndex('record_bills_platform').on(t.company_id, t.platform_id),
    index('record_bills_contact').on(t.company_id, t.contact_id),
    index('record_bills_posted').on(t.company_id, t.posted_date, t.rootfi_id),
    index('record_bills_total').on(t.company_id, t.total_amount, t.rootfi_id),
    index('record_bills_updated').on(t.company_id, t.rootfi_updated_at, t.rootfi_id),
  ],
);
