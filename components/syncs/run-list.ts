/** The state of a company's runs that stands in its address. */
export const runList = { filters: ['kind'], sorts: [], defaultSort: null } as const;
