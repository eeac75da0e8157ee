import { pageSizes } from '@/lib/page-size.ts';

/** The state of the contacts table that stands in its address; `contact` beside it names the one in the drawer. */
export const contactList = {
  filters: ['type', 'status', 'show'],
  sorts: ['name'],
  defaultSort: 'name',
  rowSizes: pageSizes,
} as const;
