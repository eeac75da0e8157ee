import { jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { baseColumns, decimal } from './base.ts';
import type { JsonShape, JsonValue } from './json.ts';

/**
 * What each of the taxes adds that a tax consists of; one of its own is its one component. A compound one is taken of the
 * price with those before it.
 */
export const taxComponents = {
  kind: 'list',
  parts: { name: 'text', rate: 'decimal', is_compound: 'boolean' },
} as const satisfies JsonShape;

/**
 * Rates are percentages: 20 is a fifth. The total is the sum of the components, the effective rate what they come to
 * with compound ones. `tax_type` is the platform's own word: what taxes there are differs by country.
 */
export const taxRates = pgTable(
  'record_tax_rates',
  {
    ...baseColumns(),
    name: text(),
    code: text(),
    tax_type: text(),
    effective_tax_rate: decimal(),
    total_tax_rate: decimal(),
    components: jsonb().$type<JsonValue<typeof taxComponents>>(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.rootfi_id] }),
    uniqueIndex('record_tax_rates_platform').on(t.company_id, t.platform_id),
  ],
);
