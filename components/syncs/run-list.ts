/** The state of a company's runs that stands in its address. */
export const runList = { filters: [], sorts: [], defaultSort: null } as const;
