import { pageSizes } from '@/lib/page-size.ts';

/** The state of the companies table that stands in its address. */
export const companyList = {
  filters: [
    'status',
    'health',
    'platform',
    'activity',
    'tag',
    'currency',
    'subsidiary',
    'chain',
    'tax-rate',
    'document-type',
  ],
  sorts: ['name', 'lastSyncedAt', 'createdAt'],
  defaultSort: '-createdAt',
  rowSizes: pageSizes,
} as const;
