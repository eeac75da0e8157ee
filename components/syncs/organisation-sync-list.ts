import { pageSizes } from '@/lib/page-size.ts';

/** The state of the syncs table that stands in its address. */
export const organisationSyncList = {
  filters: ['status', 'type'],
  sorts: ['createdAt'],
  defaultSort: '-createdAt',
  rowSizes: pageSizes,
} as const;
