import { pageSizes } from '@/lib/page-size.ts';

/** The state of the invite links table that stands in its address. */
export const inviteLinkList = {
  filters: ['status', 'reached', 'made'],
  sorts: ['createdAt'],
  defaultSort: '-createdAt',
  rowSizes: pageSizes,
} as const;
