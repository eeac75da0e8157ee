const secondMs = 1_000;
const hourMs = 3_600 * secondMs;

/** How long a mail is tried to be handed over, unless it is worth less. */
export const giveUpAfterMs = 24 * hourMs;

/**
 * The pause after a try that did not get through: ten seconds, then three times as long each time, up to an hour.
 *
 * @param attempts tries so far, the failed one included
 */
export const retryPauseMs = (attempts: number): number => Math.min(hourMs, 10 * secondMs * 3 ** (attempts - 1));
