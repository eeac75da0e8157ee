import type { PlatformErrorCode } from '../../errors.ts';
import type { OutboundResponse } from '../../http/outbound.ts';
import { ConnectorError, type FailureClass } from '../errors.ts';
import { type Exchange, exchangeFailures, type Refused, retryAfterOf } from '../exchange-failures.ts';
import { errorAnswer } from './api-types.ts';
import { parseJson } from './wire-json.ts';

const messages: Record<FailureClass, string> = {
  credentials: 'Business Central does not accept the sign-in of this application',
  permission: 'Business Central does not let this application do everything that is switched on',
  'rate-limit': 'Business Central asked to wait before more is asked of it',
  'platform-down': 'Business Central could not be reached or did not answer properly',
  'bad-request': 'Business Central did not understand a request',
  'record-refused': 'Business Central refused a record',
  'wrong-company': 'The sign-in leads to another company',
  unknown: 'Business Central gave an answer that is not known',
};

const failures = exchangeFailures('Business Central', messages);
export const { improperAnswer, failureOfOutbound } = failures;

/**
 * The limit is a number of requests within any five minutes, and no answer says how long to wait: a minute later some of
 * them no longer count.
 */
const defaultRetrySeconds = 60;

/** What single codes say beyond their status. */
const refusals = new Map<string, { code: PlatformErrorCode; message: string }>([
  [
    'Request_EntityChanged',
    { code: 'operation-denied', message: 'Somebody else is changing this record in Business Central' },
  ],
  [
    'Internal_EntityWithSameKeyExists',
    { code: 'record-already-exists', message: 'Business Central has this record already' },
  ],
]);

/** Whether a record was changed between reading and writing it. */
export const isStale = (error: unknown): boolean =>
  error instanceof ConnectorError && (error.evidence.status === 409 || error.evidence.status === 412);

/** The typed failure of an answer that is not a success, by its status and the code in its body. */
export function failureOf(exchange: Exchange, response: OutboundResponse): ConnectorError {
  const error = errorAnswer.safeParse(parseJson(response.text)).data?.error ?? null;
  const failureClass = classOf(exchange, response.status, error?.code ?? '');
  return failures.refused(exchange, {
    failureClass,
    status: response.status,
    code: error?.code,
    words: error?.message,
    retryAfterSeconds: failureClass === 'rate-limit' ? retryAfter(response.headers) : undefined,
    refusal: failureClass === 'record-refused' ? refusalOf(error) : undefined,
  });
}

/** Told in the platform's own words where its code does not say which rule it was. */
function refusalOf(error: { code: string; message: string } | null): Refused['refusal'] {
  const words = error?.message.replace(/\s*CorrelationId:.*$/s, '').trim();
  const known = refusals.get(error?.code ?? '');
  return known ?? (words ? { message: `Business Central refused it: ${words.slice(0, 300)}` } : undefined);
}

function classOf({ isWrite }: Exchange, status: number, code: string): FailureClass {
  const [family = ''] = code.split('_');
  if (status === 401 || family === 'Authentication') return 'credentials';
  if (status === 403 || family === 'Authorization') return 'permission';
  if (status === 429) return 'rate-limit';
  if (status === 408 || status >= 500) return 'platform-down';
  if (isWrite && (family === 'Application' || [404, 409, 412].includes(status))) return 'record-refused';
  if (isWrite && refusals.has(code)) return 'record-refused';
  if (family === 'Internal') return 'platform-down';
  return status >= 400 && status < 500 ? 'bad-request' : 'unknown';
}

/** Seconds to wait, in the platform's words or by its limit. */
export const retryAfter = (headers: Headers): number => retryAfterOf(headers, defaultRetrySeconds);
