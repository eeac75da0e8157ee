import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { baseColumns, decimal, platformMoment } from './base.ts';

/** States of an expense: there is no bill to wait for, so it is paid once it is booked. */
export const expenseStatuses = ['draft', 'submitted', 'paid', 'void', 'unknown'] as const;

/** Money spent at once, without a bill; `account_id` is the account that it was paid from. */
export const expenses = pgTable(
  'record_expenses',
  {
    ...baseColumns(),
    account_id: text(),
    contact_id: text(),
    currency_id: text(),
    currency_rate: decimal(),
    posted_date: platformMoment(),
    total_amount: decimal(),
    tax_amount: decimal(),
    status: text().$type<(typeof expenseStatuses)[number]>(),
    memo: text(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.rootfi_id] }),
    uniqueIndex('record_expenses_platform').on(t.company_id, t.platform_id),
    index('record_expenses_contact').on(t.company_id, t.contact_id),
    index('record_expenses_posted').on(t.company_id, t.posted_date, t.rootfi_id),
    index('record_expenses_total').on(t.company_id, t.total_amount, t.rootfi_id),
    index('record_expenses_updated').on(t.company_id, t.rootfi_updated_at, t.rootfi_id),
  ],
);
