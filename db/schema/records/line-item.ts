import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { childColumns, decimal } from './base.ts';

export const lineItems = pgTable(
  'record_line_items',
  {
    ...childColumns(),
    item_id: text(),
    account_id: text(),
    description: text(),
    quantity: decimal(),
    unit_amount: decimal(),
    sub_total: decimal(),
    discount_amount: decimal(),
    tax_id: text(),
    tax_amount: decimal(),
    total_amount: decimal(),
  },
  (t) => [primaryKey({ columns: [t.company_id, t.parent_model, t.parent_platform_id, t.position] })],
);
