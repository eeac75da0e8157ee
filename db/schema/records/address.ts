import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { childColumns } from './base.ts';

export const addressTypes = ['BILLING', 'SHIPPING'] as const;

export const addresses = pgTable(
  'record_addresses',
  {
    ...childColumns(),
    type: text().$type<(typeof addressTypes)[number]>(),
    street: text(),
    locality: text(),
    city: text(),
    state: text(),
    country: text(),
    pincode: text(),
  },
  (t) => [primaryKey({ columns: [t.company_id, t.parent_model, t.parent_platform_id, t.position] })],
);
