/** The state of the projects table that stands in its address. */
export const projectList = { filters: [], sorts: [], defaultSort: null } as const;
