import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { baseColumns } from './base.ts';

export const contactTypes = ['customer', 'vendor', 'both', 'unknown'] as const;
export const contactStatuses = ['active', 'inactive', 'suspended', 'archived', 'unknown'] as const;

export const contacts = pgTable(
  'record_contacts',
  {
    ...baseColumns(),
    name: text(),
    contact_name: text(),
    contact_type: text().$type<(typeof contactTypes)[number]>(),
    currency_id: text(),
    tax_number: text(),
    registration_number: text(),
    status: text().$type<(typeof contactStatuses)[number]>(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.rootfi_id] }),
    uniqueIndex('record_contacts_platform').on(t.company_id, t.platform_id),
    index('record_contacts_updated').on(t.company_id, t.rootfi_updated_at, t.rootfi_id),
    // The order of lists by name. Cut, because an index takes no endless text.
    index('record_contacts_name').on(t.company_id, sql`left(lower(coalesce(${t.name}, '')), 200)`, t.rootfi_id),
  ],
);
