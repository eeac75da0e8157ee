import { boolean, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { baseColumns, decimal } from './base.ts';
import type { JsonShape, JsonValue } from './json.ts';

export const itemTypes = ['inventory', 'non_inventory', 'service', 'unknown'] as const;
export const itemStatuses = ['active', 'inactive', 'archived', 'unknown'] as const;

/** On what terms an item is bought or sold: what stands on a line of it unless somebody changes that. */
export const itemTerms = {
  kind: 'object',
  parts: { description: 'text', unit_price: 'decimal', account_id: 'text', tax_id: 'text' },
} as const satisfies JsonShape;

export const items = pgTable(
  'record_items',
  {
    ...baseColumns(),
    name: text(),
    description: text(),
    status: text().$type<(typeof itemStatuses)[number]>(),
    type: text().$type<(typeof itemTypes)[number]>(),
    code: text(),
    quantity_on_hand: decimal(),
    is_bill_item: boolean(),
    is_invoice_item: boolean(),
    bill_item: jsonb().$type<JsonValue<typeof itemTerms>>(),
    invoice_item: jsonb().$type<JsonValue<typeof itemTerms>>(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.rootfi_id] }),
    uniqueIndex('record_items_platform').on(t.company_id, t.platform_id),
    index('record_items_updated').on(t.company_id, t.rootfi_updated_at, t.rootfi_id),
  ],
);
