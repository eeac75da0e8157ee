import { pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { baseColumns, platformMoment } from './base.ts';

/** What the platform says of the company itself. `base_currency` is an ISO 4217 code. */
export const companyInfo = pgTable(
  'record_company_info',
  {
    ...baseColumns(),
    name: text(),
    legal_name: text(),
    tax_number: text(),
    registration_number: text(),
    base_currency: text(),
    /** When the fiscal year that is running began. */
    fiscal_start_at: platformMoment(),
    org_created_at: platformMoment(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.rootfi_id] }),
    uniqueIndex('record_company_info_platform').on(t.company_id, t.platform_id),
  ],
);
