import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { baseColumns } from './base.ts';
import { type OrderStatus, orderColumns } from './trade-document.ts';

export const salesOrders = pgTable(
  'record_sales_orders',
  {
    ...baseColumns(),
    ...orderColumns(),
    status: text().$type<OrderStatus>(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.rootfi_id] }),
    uniqueIndex('record_sales_orders_platform').on(t.company_id, t.platform_id),
    index('record_sales_orders_contact').on(t.company_id, t.contact_id),
    index('record_sales_orders_posted').on(t.company_id, t.posted_date, t.rootfi_id),
    index('record_sales_orders_total').on(t.company_id, t.total_amount, t.rootfi_id),
    index('record_sales_orders_updated').on(t.company_id, t.rootfi_updated_at, t.rootfi_id),
  ],
);
