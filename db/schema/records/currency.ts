import { boolean, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { baseColumns, decimal } from './base.ts';

export const currencies = pgTable(
  'record_currencies',
  {
    ...baseColumns(),
    name: text(),
    code: text(),
    symbol: text(),
    is_base_currency: boolean(),
    exchange_rate: decimal(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.rootfi_id] }),
    uniqueIndex('record_currencies_platform').on(t.company_id, t.platform_id),
  ],
);
