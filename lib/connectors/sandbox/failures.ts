import type { OutboundError, OutboundResponse } from '../../http/outbound.ts';
import { ConnectorError, type FailureClass, type FailureEvidence } from '../errors.ts';
import { errorAnswer } from './api-types.ts';

interface Exchange {
  method: string;
  path: string;
}

const messages: Record<FailureClass, string> = {
  credentials: 'The sandbox does not accept this company key and secret',
  permission: 'The sandbox does not let this company key read everything that is switched on',
  'rate-limit': 'The sandbox asked to wait before more is read',
  'platform-down': 'The sandbox could not be reached or did not answer properly',
  'bad-request': 'The sandbox did not understand a request',
  'record-refused': 'The sandbox refused a record',
  'wrong-company': 'The sign-in leads to another company',
  unknown: 'The sandbox gave an answer that is not known',
};

/** What the platform's own codes mean. A status without one of these codes is judged by itself. */
const classOfCode = new Map<string, FailureClass>([
  ['invalid_client', 'credentials'],
  ['token_missing', 'credentials'],
  ['token_invalid', 'credentials'],
  ['token_expired', 'credentials'],
  ['permission_denied', 'permission'],
  ['rate_limited', 'rate-limit'],
  ['internal_error', 'platform-down'],
  ['unavailable', 'platform-down'],
  ['invalid_query', 'bad-request'],
  ['bad_cursor', 'bad-request'],
  ['invalid_request', 'bad-request'],
]);

/** Seconds to wait where the platform does not say. */
const defaultRetrySeconds = 60;

/** The typed failure of an answer that is not a success, by status and the code in its body. */
export function failureOf(exchange: Exchange, response: OutboundResponse): ConnectorError {
  const error = readError(response.text);
  const kind = classOfCode.get(error?.code ?? '') ?? classOfStatus(response.status);
  const evidence: FailureEvidence = {
    ...exchange,
    status: response.status,
    platformCode: error?.code.slice(0, 100),
    platformMessage: error?.message.slice(0, 500),
  };
  return new ConnectorError(kind, messages[kind], {
    evidence,
    retryAfterSeconds: kind === 'rate-limit' ? retryAfter(response.headers.get('retry-after')) : undefined,
    field: error?.code === 'invalid_client' ? 'secret' : undefined,
  });
}

/** A 200 whose body is not what was agreed: cut short, not JSON, other fields. */
export function improperAnswer(exchange: Exchange, status: number): ConnectorError {
  return new ConnectorError('platform-down', 'The sandbox gave an answer that can’t be read', {
    evidence: { ...exchange, status },
  });
}

/** No answer at all. The address is a setting of this installation, so a refused or bad one is ours. */
export function failureOfOutbound(exchange: Exchange, error: OutboundError): ConnectorError {
  const isOurs = error.failure === 'refused-address' || error.failure === 'invalid-url';
  const kind = isOurs ? 'bad-request' : 'platform-down';
  return new ConnectorError(kind, messages[kind], { evidence: exchange, cause: error });
}

function classOfStatus(status: number): FailureClass {
  if (status === 401) return 'credentials';
  if (status === 403) return 'permission';
  if (status === 429) return 'rate-limit';
  if (status === 408 || status >= 500) return 'platform-down';
  if ([400, 404, 405, 406, 413, 414, 415, 422].includes(status)) return 'bad-request';
  return 'unknown';
}

function readError(text: string): { code: string; message: string } | null {
  try {
    return errorAnswer.safeParse(JSON.parse(text)).data?.error ?? null;
  } catch {
    return null;
  }
}

/** Retry-After in seconds. The sandbox sends no dates. */
function retryAfter(header: string | null): number {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : defaultRetrySeconds;
}
