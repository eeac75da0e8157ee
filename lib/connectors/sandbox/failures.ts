import type { PlatformErrorCode } from '../../errors.ts';
import type { OutboundResponse } from '../../http/outbound.ts';
import type { ConnectorError, FailureClass } from '../errors.ts';
import { classOfStatus, type Exchange, exchangeFailures, retryAfterOf } from '../exchange-failures.ts';
import { parseJson } from '../json-exchange.ts';
import { errorAnswer } from './api-types.ts';

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

const failures = exchangeFailures('The sandbox', messages);
export const { improperAnswer, failureOfOutbound } = failures;

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

/** What is said of a record under a code that is not known. */
const notAllowed = { code: 'operation-denied', message: messages['record-refused'] } as const;

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
  const failureClass = classOf(exchange, response.status, error?.code ?? '');
  return failures.refused(exchange, {
    failureClass,
    status: response.status,
    code: error?.code,
    words: error?.message,
    retryAfterSeconds: failureClass === 'rate-limit' ? retryAfterOf(response.headers, defaultRetrySeconds) : undefined,
    field: error?.code === 'invalid_client' ? 'secret' : error?.field && nameOf(error.field),
    refusal: failureClass === 'record-refused' ? (refusals.get(error?.code ?? '') ?? notAllowed) : undefined,
  });
}

/** The record that is there already under the external id that was sent, where an answer says so. */
export function existingRecord(response: OutboundResponse): string | null {
  const error = readError(response.text);
  return response.status === 409 && error?.code === 'already_there' && error.field === 'external_id'
    ? (error.record ?? null)
    : null;
}

function classOf(exchange: Exchange, status: number, code: string): FailureClass {
  const known = classOfCode.get(code);
  if (known) return known;
  const isRefused = refusals.has(code) || status === 409 || status === 412 || status === 422;
  return exchange.isWrite && isRefused ? 'record-refused' : classOfStatus(status);
}

const readError = (text: string) => errorAnswer.safeParse(parseJson(text)).data?.error ?? null;
