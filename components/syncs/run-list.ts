import { pageSizes } from '@/lib/page-size.ts';

/** The state of a company's runs that stands in its address. */
export const runList = {
  filters: ['status', 'kind'],
  sorts: ['createdAt'],
  defaultSort: '-createdAt',
  rowSizes: pageSizes,
} as const;
