/** One waiting queue entry a PUSH sync. */
export const pushKey = (syncId: string) => `push:${syncId}`;
