import { pageSizes } from '@/lib/page-size.ts';

/** The state of the audit table that stands in its address. */
export const auditList = {
  filters: ['about', 'through', 'since', 'company'],
  sorts: ['createdAt'],
  defaultSort: '-createdAt',
  rowSizes: pageSizes,
} as const;
