/** How often a record is sent at most, each time after the platform said that it has none. */
export const mostSends = 3;

/** How long it is tried to find out what became of a write before it is given up. */
const givenUpAfterMs = 24 * 60 * 60 * 1000;
/** How often a record that nobody waits for is tried when nothing of it reaches the platform. */
const mostStumbles = 8;

/** Whether it is no use to ask any more. */
export const isGivenUp = (write: { createdAt: Date }, now: Date): boolean =>
  now.getTime() - write.createdAt.getTime() > givenUpAfterMs;

/** Whether a record that did not reach the platform is tried once more. */
export const isTriedAgain = (write: { stumbles: number }): boolean => write.stumbles < mostStumbles;

/** How long to wait after a platform could not be reached `stumbles` times in a row: 5 seconds, doubling up to 15 minutes. */
export const waitAfter = (stumbles: number): number => Math.min(900, 5 * 2 ** Math.max(0, stumbles - 1));

/** How long after a look at a write that a pause holds back the next one is. */
export const pausedSeconds = 15 * 60;
