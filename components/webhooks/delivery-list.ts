import { pageSizes } from '@/lib/page-size.ts';

/** The state of the deliveries table that stands in its address. */
export const deliveryList = {
  filters: ['state', 'type', 'webhook'],
  sorts: ['createdAt'],
  defaultSort: '-createdAt',
  rowSizes: pageSizes,
} as const;
