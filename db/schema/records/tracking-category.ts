import { pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { baseColumns } from './base.ts';

export const trackingCategoryStatuses = ['active', 'inactive', 'archived', 'unknown'] as const;

/**
 * What bookings are told apart by beside their account: a department, a project, a place. What one may choose in a
 * category is a record, too, and names the category as its parent.
 */
export const trackingCategories = pgTable(
  'record_tracking_categories',
  {
    ...baseColumns(),
    name: text(),
    code: text(),
    status: text().$type<(typeof trackingCategoryStatuses)[number]>(),
    parent_category_id: text(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.rootfi_id] }),
    uniqueIndex('record_tracking_categories_platform').on(t.company_id, t.platform_id),
  ],
);
