import { AppError, type ErrorCode, invalid } from '../errors.ts';
import type { Dialect } from './dialect.ts';
import { Exchange, wrongMediaType } from './exchange.ts';
import type { Operation } from './operation.ts';

/** A fault as a document tells of it: the status and body that the dialect gives it. */
export interface DocumentFault {
  /** Its name among the document's responses: `NotFound`. */
  name: string;
  status: number;
  description: string;
  example: unknown;
}

/** A fault with an error that stands for all of its kind. */
interface FaultSample {
  name: string;
  description: string;
  error: AppError | null;
}

/** What a dialect tells of faults beside what holds for all of them. */
export interface OwnFaults {
  /** Errors in the words of its callers, in place of the usual ones. */
  samples?: Partial<Record<ErrorCode, AppError>>;
  /** Faults of one code that it answers with another status, and the operations that have them. */
  further?: readonly (FaultSample & { of: (operation: Operation) => boolean })[];
}

/** Every fault, as an example; `internal` is the one that nobody expected. */
const samples: Record<ErrorCode | 'internal', FaultSample> = {
  invalid: {
    name: 'Invalid',
    description: 'Something of the request is not valid; every problem is listed. Nothing was changed.',
    error: invalid({ path: 'limit', message: 'must be a whole number from 1 to 100' }),
  },
  unauthenticated: {
    name: 'Unauthenticated',
    description: 'The credentials are missing, malformed, unknown, expired or revoked.',
    error: new AppError('unauthenticated', 'The API key is not valid', {}),
  },
  forbidden: {
    name: 'Forbidden',
    description: 'The credentials do not allow it: they only read, or are limited to some companies.',
    error: new AppError('forbidden', 'This key is read-only', {}),
  },
  'not-found': {
    name: 'NotFound',
    description:
      'It is not there, or belongs to another organisation or to a company out of reach, which reads the same.',
    error: new AppError('not-found', 'Company not found', {}),
  },
  'method-not-allowed': {
    name: 'MethodNotAllowed',
    description: 'The path has no such method; `Allow` names those it has.',
    error: new AppError('method-not-allowed', 'PUT is not allowed here', { allow: ['GET'] }),
  },
  conflict: {
    name: 'Conflict',
    description: 'The state of things does not allow it now, or the first request with this key is still running.',
    error: new AppError('conflict', 'A sync is running; wait for it to end or cancel it', {}),
  },
  'payload-too-large': {
    name: 'PayloadTooLarge',
    description: 'The body is larger than 1 MiB.',
    error: new AppError('payload-too-large', 'The body is larger than 1 MiB', {}),
  },
  'unsupported-media-type': {
    name: 'UnsupportedMediaType',
    description: 'The body has another media type than the one that is declared.',
    error: wrongMediaType(['application/json']),
  },
  'idempotency-mismatch': {
    name: 'IdempotencyMismatch',
    description: 'The Idempotency-Key was used with another request within the last 24 hours.',
    error: new AppError('idempotency-mismatch', 'This Idempotency-Key was used with another request', {}),
  },
  'rate-limited': {
    name: 'RateLimited',
    description: 'Too many requests; `Retry-After` says how many seconds to wait.',
    error: new AppError('rate-limited', 'Too many requests; slow down', { retryAfterSeconds: 3 }),
  },
  platform: {
    name: 'PlatformFailed',
    description: "The customer's platform refused, or its answer could not be understood.",
    error: new AppError('platform', 'The platform could not be understood', {
      platform: { code: 'unknown-error', message: 'The platform could not be understood', integration: 'SANDBOX' },
    }),
  },
  unavailable: {
    name: 'Unavailable',
    description: 'The database can not be reached at the moment; `Retry-After` says when to try again.',
    error: new AppError('unavailable', 'The service can not reach its database at the moment; try again shortly', {
      retryAfterSeconds: 5,
    }),
  },
  internal: {
    name: 'Failed',
    description: 'Something went wrong on our side; quote the request id when you report it.',
    error: null,
  },
};

/** Every fault in the words of a dialect, which alone knows status and body. */
export function documentFaults(
  dialect: Dialect,
  own: OwnFaults = {},
): { of: Record<ErrorCode | 'internal', DocumentFault>; further: (DocumentFault & { of: FurtherOf })[] } {
  const request = new Request('http://localhost/', {
    headers: { 'x-request-id': 'a1b2c3d4-e5f6-7890-abcd-ef1234567890' },
  });
  const exchange = new Exchange(request, { ...dialect, now: () => new Date('2026-05-20T07:10:02.931Z') });
  const told = ({ name, description }: FaultSample, error: AppError | null): DocumentFault => {
    const { status, body } = dialect.failure(error, exchange);
    return { name, description, status, example: body };
  };
  const errors: Partial<Record<string, AppError>> = {
    'unsupported-media-type': wrongMediaType(dialect.accepts),
    ...own.samples,
  };
  const all = Object.entries(samples).map(([code, sample]) => [code, told(sample, errors[code] ?? sample.error)]);
  return {
    of: Object.fromEntries(all) as Record<ErrorCode | 'internal', DocumentFault>,
    further: (own.further ?? []).map(({ of, ...sample }) => ({ ...told(sample, sample.error), of })),
  };
}

type FurtherOf = (operation: Operation) => boolean;

/** The faults that follow from how an operation is declared, beside those that it names itself. */
export function faultsOf(dialect: Dialect, operation: Operation): (ErrorCode | 'internal')[] {
  const { method, path, permission } = operation;
  const changes = method !== 'GET';
  const once = dialect.idempotency && (method === 'POST' || method === 'PATCH');
  const applies: Partial<Record<ErrorCode | 'internal', boolean>> = {
    invalid: true,
    unauthenticated: true,
    forbidden: permission !== 'read',
    'not-found': path.includes('{'),
    conflict: once,
    'payload-too-large': changes,
    'unsupported-media-type': changes,
    'idempotency-mismatch': once,
    'rate-limited': dialect.limits().length > 0,
    internal: true,
    unavailable: true,
  };
  const named = Object.keys(operation.faults ?? {});
  return (Object.keys(samples) as (ErrorCode | 'internal')[]).filter((code) => applies[code] || named.includes(code));
}
