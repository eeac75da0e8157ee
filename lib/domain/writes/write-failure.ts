import { ConnectorError } from '../../connectors/errors.ts';
import { AppError, invalid, type PlatformErrorCode, type PlatformErrorDetail } from '../../errors.ts';
import { platformName } from '../connections/available.ts';
import { asJobFailure } from '../syncs/run-failure.ts';
import type { ClaimedWrite } from './claim-write.ts';
import type { WriteFailure } from './move-write.ts';

/** A failure of a connector's code as a write keeps it. */
export function asWriteFailure(error: unknown): WriteFailure {
  return { ...asJobFailure(error), field: (error instanceof ConnectorError && error.field) || null };
}

/** Whether what was asked of the platform may have been done all the same. What has no name is not taken for certain. */
export const mayBeDone = (error: unknown): boolean => !(error instanceof ConnectorError) || error.mayBeDone;

/** A platform that could not be reached before anything was sent. */
export function notReached(failure: WriteFailure): WriteFailure {
  return { ...failure, message: `${sentence(failure.message)} Nothing was written; send it again.` };
}

/** After the platform said, as often as it was asked, that it has no such record. */
export function neverArrived(write: ClaimedWrite): WriteFailure {
  const platform = platformName(write.integration);
  return {
    failureClass: 'platform-down',
    errorCode: 'unknown-error',
    message: `${platform} did not take the record in ${write.attempts} tries. Nothing was written; send it again.`,
    evidence: {},
    field: null,
  };
}

/** When it can't be known whether a record was written. */
export function cannotBeKnown(write: ClaimedWrite, failure: Partial<WriteFailure> = {}): WriteFailure {
  const platform = platformName(write.integration);
  return {
    failureClass: failure.failureClass ?? 'unknown',
    errorCode: 'operation-denied',
    message:
      `Whether ${platform} has the record can't be known: it did not confirm it, and can't be asked. ` +
      'It was not sent again. Look for it on the platform before you do.',
    evidence: failure.evidence ?? {},
    field: null,
  };
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** What is kept of a failure, as the caller of the request is told. `at`: where the record was sent. */
export function asRefusal(
  failure: { code: string; message: string; field: string | null; evidence: Record<string, unknown> },
  integration: string,
  at = 'data',
): AppError {
  const code = failure.code as PlatformErrorCode;
  const { message, field, evidence } = failure;
  const platform: PlatformErrorDetail = {
    code,
    message,
    integration,
    ...(field && { field }),
    ...(Object.keys(evidence).length > 0 && { response: evidence }),
  };
  if (code === 'missing-params' || code === 'invalid-params') {
    return invalid({ path: field ? `${at}.${field}` : at, message }, platform);
  }
  return new AppError('platform', message, { platform });
}
