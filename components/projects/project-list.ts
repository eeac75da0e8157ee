import { pageSizes } from '@/lib/page-size.ts';

/** The state of the projects table that stands in its address. */
export const projectList = { filters: [], sorts: ['id'], defaultSort: '-id', rowSizes: pageSizes } as const;
