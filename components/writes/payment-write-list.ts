/** The state of the list of sent payments that stands in its address. */
export const paymentWriteList = { filters: ['state'], sorts: [], defaultSort: null } as const;
