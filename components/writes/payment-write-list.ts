import { pageSizes } from '@/lib/page-size.ts';

/** The state of the list of sent payments that stands in its address. */
export const paymentWriteList = {
  filters: ['state'],
  sorts: ['createdAt'],
  defaultSort: '-createdAt',
  rowSizes: pageSizes,
} as const;
