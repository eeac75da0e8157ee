import type { PlatformErrorCode } from '../../errors.ts';
import type { OutboundResponse } from '../../http/outbound.ts';
import { ConnectorError, type FailureClass } from '../errors.ts';
import { classOfStatus, type Exchange, exchangeFailures, whereOf } from '../exchange-failures.ts';
import { parseJson } from '../json-exchange.ts';
import { errorAnswer } from './api-types.ts';

const messages: Record<FailureClass, string> = {
  credentials: 'NetSuite does not accept this account ID with these keys and this token',
  permission: 'The role of the access token may not do everything that is switched on in NetSuite',
  'rate-limit': 'NetSuite serves as many requests of this account as it may at once',
  'platform-down': 'NetSuite could not be reached or did not answer properly',
  'bad-request': 'NetSuite did not understand a request',
  'record-refused': 'NetSuite refused a record',
  'wrong-company': 'The sign-in leads to another NetSuite account',
  unknown: 'NetSuite gave an answer that is not known',
};

const failures = exchangeFailures('NetSuite', messages);
export const { improperAnswer, failureOfOutbound } = failures;

/** What the platform's own codes mean, whatever the status that they come with. */
const classOfCode = new Map<string, FailureClass>([
  ['INVALID_LOGIN', 'credentials'],
  ['INVALID_LOGIN_ATTEMPT', 'credentials'],
  ['INVALID_LOGIN_CREDENTIALS', 'credentials'],
  ['INSUFFICIENT_PERMISSION', 'permission'],
  ['CONCURRENCY_LIMIT_EXCEEDED', 'rate-limit'],
  ['REQUEST_LIMIT_EXCEEDED', 'rate-limit'],
  ['UNEXPECTED_ERROR', 'platform-down'],
  ['INVALID_HEADER', 'bad-request'],
]);

/** What the platform says of a record that it does not take: our code for it, and what is wrong in plain words. */
const refusals = new Map<string, { code: PlatformErrorCode; message: string }>([
  ['INVALID_CONTENT', { code: 'invalid-params', message: 'NetSuite does not take this field or its value' }],
  ['INVALID_VALUE', { code: 'invalid-params', message: 'NetSuite does not take this value' }],
  ['NONEXISTENT_ID', { code: 'invalid-params', message: 'NetSuite has no record of this id' }],
  ['DUP_RCRD', { code: 'record-already-exists', message: 'NetSuite has this record already' }],
]);

/** Seconds to wait: the platform never says. It counts requests at once, so a place is free soon. */
const waitSeconds = 30;

/** The typed failure of an answer that is no success. `nameOf` is what the caller calls a field of the body. */
export function failureOf(
  exchange: Exchange,
  response: OutboundResponse,
  nameOf: (path: string) => string | undefined = () => undefined,
): ConnectorError {
  const error = readError(response.text);
  const code = error?.['o:errorCode'] ?? '';
  const path = error?.['o:errorPath'];
  const failureClass = classOf(exchange, response.status, code);
  const isRefused = failureClass === 'record-refused';
  const field = path === undefined || !isRefused ? undefined : nameOf(path);
  return failures.refused(exchange, {
    failureClass,
    status: response.status,
    code,
    words: error?.detail,
    retryAfterSeconds: failureClass === 'rate-limit' ? waitSeconds : undefined,
    field,
    refusal: isRefused ? (refusals.get(code) ?? refusedOf(field)) : undefined,
  });
}

/** A refusal under the platform's general code: about one field, or about the record as a whole. */
const refusedOf = (field: string | undefined): { code: PlatformErrorCode; message: string } =>
  field === undefined
    ? { code: 'operation-denied', message: messages['record-refused'] }
    : { code: 'invalid-params', message: 'NetSuite does not take this value' };

/**
 * A 401 that says nothing of the sign-in: an overloaded account gives one too. Whether a write was carried out is not
 * taken for known.
 */
export const overloaded = (exchange: Exchange): ConnectorError =>
  new ConnectorError('rate-limit', 'NetSuite was too busy to check the sign-in', {
    evidence: { ...whereOf(exchange), status: 401, platformCode: 'INVALID_LOGIN' },
    retryAfterSeconds: waitSeconds,
    mayBeDone: exchange.isWrite === true,
  });

function classOf(exchange: Exchange, status: number, code: string): FailureClass {
  const known = classOfCode.get(code);
  if (known) return known;
  if (exchange.isWrite && [400, 404, 409, 412, 422].includes(status)) return 'record-refused';
  return classOfStatus(status);
}

const readError = (text: string) => errorAnswer.safeParse(parseJson(text)).data?.['o:errorDetails'][0] ?? null;
