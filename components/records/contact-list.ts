import { pageSizes } from '@/lib/page-size.ts';

/** The state of the contacts table that stands in its address; `contact` beside it names the one in the drawer. */
export const contactList = { filters: ['show'], sorts: [], defaultSort: null, rowSizes: pageSizes } as const;
