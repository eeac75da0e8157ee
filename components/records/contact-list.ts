/** The state of the contacts table that stands in its address; `contact` beside it names the one in the drawer. */
export const contactList = { filters: [], sorts: [], defaultSort: null } as const;
