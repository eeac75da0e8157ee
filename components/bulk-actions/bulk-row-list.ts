import { pageSizes } from '@/lib/page-size.ts';

/** The state of the table of a bulk action's companies that stands in its address. */
export const bulkRowList = { filters: ['result'], sorts: [], defaultSort: null, rowSizes: pageSizes } as const;
