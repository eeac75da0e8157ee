/**
 * How long after its due time a model is still on time: the scheduler looks once a minute, and a sync takes a while.
 */
export const graceMs = 15 * 60_000;

/** The due times before which a model is late at a moment. */
export const lateBefore = (now: Date): Date => new Date(now.getTime() - graceMs);
