import type { z } from 'zod';
import type { PlatformErrorCode } from '../../errors.ts';
import type { OutboundError, OutboundResponse } from '../../http/outbound.ts';
import { ConnectorError, type FailureClass, type FailureEvidence } from '../errors.ts';
import { errorAnswer } from './api-types.ts';

/** One call to the platform. `isWrite`: it makes or changes a record. */
export interface Exchange {
  method: string;
  path: string;
  isWrite?: boolean;
}

const messages: Record<FailureClass, string> = {
  credentials: 'The sandbox does not accept this company key and secret',
  permission: 'The sandbox does not let this company key do everything that is switched on',
  'rate-limit': 'The sandbox asked to wait before more is asked of it',
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

/** What the platform says of a record that it does not take: our code for it, and what is wrong in plain words. */
const refusals = new Map<string, { code: PlatformErrorCode; message: string }>([
  ['missing_field', { code: 'missing-params', message: 'The sandbox needs a field that is not given' }],
  ['unknown_field', { code: 'invalid-params', message: 'The sandbox has no such field' }],
  ['invalid_field', { code: 'invalid-params', message: 'The sandbox does not take this value' }],
  ['unknown_reference', { code: 'invalid-params', message: 'The sandbox has no record of this id' }],
  ['not_found', { code: 'invalid-params', message: 'The sandbox has no record of this id' }],
  ['amount_too_large', { code: 'invalid-params', message: 'The amount is more than what is left to pay' }],
  ['wrong_currency', { code: 'invalid-params', message: 'The currency is not that of the invoice' }],
  ['wrong_contact', { code: 'invalid-params', message: 'The contact is not that of the invoice' }],
  ['invoice_closed', { code: 'operation-denied', message: 'The invoice takes no payment' }],
  ['not_allowed', { code: 'operation-denied', message: 'The sandbox does not allow this' }],
  ['stale', { code: 'operation-denied', message: 'Somebody else is changing this record on the sandbox' }],
  ['already_there', { code: 'record-already-exists', message: 'The sandbox has this record already' }],
]);

/** Seconds to wait where the platform does not say. */
const defaultRetrySeconds = 60;

/**
 * The typed failure of an answer that is not a success, by status and the code in its body. `nameOf` is what the caller
 * calls a field of the body that was sent.
 */
export function failureOf(
  exchange: Exchange,
  response: OutboundResponse,
  nameOf: (field: string) => string = (field) => field,
): ConnectorError {
  const error = readError(response.text);
  const kind = classOf(exchange, response.status, error?.code ?? '');
  const refusal = kind === 'record-refused' ? refusals.get(error?.code ?? '') : undefined;
  return new ConnectorError(kind, refusal?.message ?? messages[kind], {
    evidence: {
      ...whereOf(exchange),
      status: response.status,
      platformCode: error?.code.slice(0, 100),
      platformMessage: error?.message.slice(0, 500),
    },
    retryAfterSeconds: kind === 'rate-limit' ? retryAfter(response.headers.get('retry-after')) : undefined,
    field: error?.code === 'invalid_client' ? 'secret' : error?.field && nameOf(error.field),
    platformErrorCode: kind === 'record-refused' ? (refusal?.code ?? 'operation-denied') : undefined,
    mayBeDone: isOpen(exchange, kind),
  });
}

/** A success whose body is not what was agreed: cut short, not JSON, other fields. */
export function improperAnswer(exchange: Exchange, status: number): ConnectorError {
  return new ConnectorError('platform-down', 'The sandbox gave an answer that can’t be read', {
    evidence: { ...whereOf(exchange), status },
    mayBeDone: isOpen(exchange, 'platform-down'),
  });
}

/** No answer at all. The address is a setting of this installation, so a refused or bad one is ours. */
export function failureOfOutbound(exchange: Exchange, error: OutboundError): ConnectorError {
  const isOurs = error.failure === 'refused-address' || error.failure === 'invalid-url';
  const kind = isOurs ? 'bad-request' : 'platform-down';
  return new ConnectorError(kind, messages[kind], {
    evidence: whereOf(exchange),
    mayBeDone: exchange.isWrite === true && error.mayBeSent,
    cause: error,
  });
}

/** The record that is there already under the external id that was sent, where an answer says so. */
export function existingRecord(response: OutboundResponse): string | null {
  const error = readError(response.text);
  return response.status === 409 && error?.code === 'already_there' && error.field === 'external_id'
    ? (error.record ?? null)
    : null;
}

const whereOf = ({ method, path }: Exchange): FailureEvidence => ({ method, path });

/** Whether a record may have been written although the answer says nothing of it. Reading leaves nothing behind. */
const isOpen = (exchange: Exchange, kind: FailureClass): boolean =>
  exchange.isWrite === true && (kind === 'platform-down' || kind === 'unknown');

function classOf(exchange: Exchange, status: number, code: string): FailureClass {
  const known = classOfCode.get(code);
  if (known) return known;
  const isRefused = refusals.has(code) || status === 409 || status === 412 || status === 422;
  return exchange.isWrite && isRefused ? 'record-refused' : classOfStatus(status);
}

function classOfStatus(status: number): FailureClass {
  if (status === 401) return 'credentials';
  if (status === 403) return 'permission';
  if (status === 429) return 'rate-limit';
  if (status === 408 || status >= 500) return 'platform-down';
  if ([400, 404, 405, 406, 413, 414, 415, 422].includes(status)) return 'bad-request';
  return 'unknown';
}

function readError(text: string): z.infer<typeof errorAnswer>['error'] | null {
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
