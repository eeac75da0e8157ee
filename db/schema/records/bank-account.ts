import { pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { baseColumns, decimal } from './base.ts';

export const bankAccountCategories = ['checking', 'savings', 'credit_card', 'cash', 'unknown'] as const;

export const bankAccounts = pgTable(
  'record_bank_accounts',
  {
    ...baseColumns(),
    institution_name: text(),
    account_name: text(),
    account_number: text(),
    balance: decimal(),
    currency_id: text(),
    category: text().$type<(typeof bankAccountCategories)[number]>(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.rootfi_id] }),
    uniqueIndex('record_bank_accounts_platform').on(t.company_id, t.platform_id),
  ],
);
