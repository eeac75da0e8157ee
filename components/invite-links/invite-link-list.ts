/** The state of the invite links table that stands in its address. */
export const inviteLinkList = { filters: ['status'], sorts: [], defaultSort: null } as const;
