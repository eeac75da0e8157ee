import { ConnectorError, failureGuides } from '../../connectors/errors.ts';
import type { JobFailure } from './running-jobs.ts';

/** What a platform is given to cool down when it does not say how long it wants. */
const defaultWaitSeconds = 60;
const maxWaitSeconds = 86_400;

/** A failure of a connector's code as a job keeps it. What is no ConnectorError has no words that may be shown. */
export function asJobFailure(error: unknown): JobFailure {
  if (!(error instanceof ConnectorError)) {
    return {
      failureClass: 'unknown',
      errorCode: 'unknown-error',
      message: failureGuides.unknown.summary,
      evidence: {},
    };
  }
  const { failureClass, platformErrorCode, message, evidence } = error;
  return { failureClass, errorCode: platformErrorCode, message, evidence };
}

/** How long a platform wants us to wait, in seconds. */
export function waitSecondsOf(error: unknown): number {
  const asked = error instanceof ConnectorError ? error.retryAfterSeconds : undefined;
  return Math.min(maxWaitSeconds, Math.max(1, Math.ceil(asked ?? defaultWaitSeconds)));
}

/** SQLSTATEs that come again however often one tries: bad data, a broken rule, a statement that is wrong. */
const lasting = /^(22|23|42|54|XX|P0)/;

/**
 * Whether trying again may help against an error of our own side: the database away, restarting, full or in a deadlock
 * says so by a code; a fault of our code has none.
 */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') return !lasting.test(error.code);
  return mayPass(error.cause);
}
