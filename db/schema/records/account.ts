import { pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { baseColumns, decimal } from './base.ts';

export const accountCategories = ['asset', 'expense', 'liability', 'equity', 'income', 'bank', 'unknown'] as const;
export const accountStatuses = ['active', 'inactive', 'archived', 'unknown'] as const;

export const accounts = pgTable(
  'record_accounts',
  {
    ...baseColumns(),
    name: text(),
    description: text(),
    nominal_code: text(),
    category: text().$type<(typeof accountCategories)[number]>(),
    sub_category: text(),
    status: text().$type<(typeof accountStatuses)[number]>(),
    current_balance: decimal(),
    currency_id: text(),
    parent_account_id: text(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.rootfi_id] }),
    uniqueIndex('record_accounts_platform').on(t.company_id, t.platform_id),
  ],
);
