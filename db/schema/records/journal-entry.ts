import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { baseColumns, decimal, platformMoment } from './base.ts';

/** A booking; its amount is the sum of its debits. */
export const journalEntries = pgTable(
  'record_journal_entries',
  {
    ...baseColumns(),
    document_number: text(),
    posted_date: platformMoment(),
    currency_id: text(),
    currency_rate: decimal(),
    description: text(),
    amount: decimal(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.rootfi_id] }),
    uniqueIndex('record_journal_entries_platform').on(t.company_id, t.platform_id),
    index('record_journal_entries_posted').on(t.company_id, t.posted_date, t.rootfi_id),
    index('record_journal_entries_amount').on(t.company_id, t.amount, t.rootfi_id),
    index('record_journal_entries_updated').on(t.company_id, t.rootfi_updated_at, t.rootfi_id),
  ],
);
