const secondMs = 1_000;
const hourMs = 3_600 * secondMs;

/** How long an event is tried to be delivered. */
export const giveUpAfterMs = 24 * hourMs;
/** How long a receiver may take nothing before it is switched off. */
export const disableAfterMs = 5 * 24 * hourMs;

const firstPauseMs = 5 * secondMs;
const longestPauseMs = 6 * hourMs;

/**
 * The pause after a try that failed: five seconds, then three times as long each time, up to six hours, and a quarter
 * more or less so that not all come back at once. With that an event gets about a dozen tries in 24 hours. A receiver
 * that says how long it wants is given it, within those six hours.
 *
 * @param triesInRow tries so far, the failed one included
 * @param chance from 0 to 1
 */
export function retryPauseMs(triesInRow: number, chance: number, askedSeconds = 0): number {
  const pauseMs = Math.min(longestPauseMs, firstPauseMs * 3 ** (triesInRow - 1));
  const spreadMs = pauseMs * (0.75 + chance / 2);
  return Math.round(Math.max(spreadMs, Math.min(longestPauseMs, askedSeconds * secondMs)));
}
