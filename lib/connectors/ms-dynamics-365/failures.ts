import type { PlatformErrorCode } from '../../errors.ts';
import type { OutboundError, OutboundResponse } from '../../http/outbound.ts';
import { ConnectorError, type FailureClass, type FailureEvidence } from '../errors.ts';
import { errorAnswer } from './api-types.ts';
import { parseJson } from './wire-json.ts';

/** One call to the platform. `isWrite`: it makes or changes something there. */
export interface Exchange {
  method: string;
  path: string;
  isWrite?: boolean;
}

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
  const kind = classOf(exchange, response.status, error?.code ?? '');
  const refusal = kind === 'record-refused' ? refusals.get(error?.code ?? '') : undefined;
  return new ConnectorError(kind, refusal?.message ?? wordsOf(kind, error?.message), {
    evidence: {
      ...whereOf(exchange),
      status: response.status,
      platformCode: error?.code.slice(0, 100),
      platformMessage: error?.message.slice(0, 500),
    },
    retryAfterSeconds: kind === 'rate-limit' ? retryAfter(response.headers.get('retry-after')) : undefined,
    platformErrorCode: refusal?.code,
    mayBeDone: isOpen(exchange, kind),
  });
}

/** A refused record is told in the platform's own words: its codes do not say which rule it was. */
function wordsOf(kind: FailureClass, message: string | undefined): string {
  const words = message?.replace(/\s*CorrelationId:.*$/s, '').trim();
  return kind === 'record-refused' && words ? `Business Central refused it: ${words.slice(0, 300)}` : messages[kind];
}

/** A success whose body is not what was agreed: cut short, not JSON, other fields. */
export function improperAnswer(exchange: Exchange, status: number): ConnectorError {
  return new ConnectorError('platform-down', 'Business Central gave an answer that can’t be read', {
    evidence: { ...whereOf(exchange), status },
    mayBeDone: isOpen(exchange, 'platform-down'),
  });
}

/** No answer at all. The address is none of the customer's, so a refused or bad one is ours. */
export function failureOfOutbound(exchange: Exchange, error: OutboundError): ConnectorError {
  const isOurs = error.failure === 'refused-address' || error.failure === 'invalid-url';
  const kind = isOurs ? 'bad-request' : 'platform-down';
  return new ConnectorError(kind, messages[kind], {
    evidence: whereOf(exchange),
    mayBeDone: exchange.isWrite === true && error.mayBeSent,
    cause: error,
  });
}

const whereOf = ({ method, path }: Exchange): FailureEvidence => ({ method, path: path.slice(0, 500) });

/** Whether something may have been written although the answer says nothing of it. Reading leaves nothing behind. */
const isOpen = (exchange: Exchange, kind: FailureClass): boolean =>
  exchange.isWrite === true && (kind === 'platform-down' || kind === 'unknown');

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

/** Retry-After in seconds, where one is sent. */
export function retryAfter(header: string | null): number {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : defaultRetrySeconds;
}
