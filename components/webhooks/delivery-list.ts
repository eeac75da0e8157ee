/** The state of the deliveries table that stands in its address. */
export const deliveryList = { filters: ['state', 'type', 'webhook'], sorts: [], defaultSort: null } as const;
