import { z } from 'zod';
import type { AppError } from '../../errors.ts';
import type { Exchange } from '../../http/exchange.ts';
import { named } from '../../http/shapes.ts';

export const errorShape = named('Error', z.object({ Message: z.string(), RequestId: z.uuid(), Details: z.null() }));

type ErrorBody = z.infer<typeof errorShape>;

/** A fault in the shape of the Connector API. Null, an unknown error, says nothing but the request id. */
export function failure(error: AppError | null, exchange: Exchange): { status: number; body: ErrorBody } {
  const status = error ? statusOf(error, exchange) : 500;
  return { status, body: { Message: messageOf(error), RequestId: exchange.requestId, Details: null } };
}

function messageOf(error: AppError | null): string {
  if (!error) return 'Something went wrong on our side; quote the request id when you report it';
  return error.is('invalid') ? `Invalid ${parameterAt(error.details.issues[0]?.path ?? '')}` : error.message;
}

/** Parts of a value that is one parameter to its sender: entries of a list, update values, ends of an interval. */
const parts = /\.(?:\d+|Value|StartUtc|EndUtc)(?=\.|$)/g;

/** The parameter that a path of the body leads to; what is wrong with the whole body is its JSON. */
const parameterAt = (path: string): string => path.replace(parts, '').split('.').at(-1) || 'JSON';

function statusOf(error: AppError, { actor }: Exchange): number {
  switch (error.code) {
    case 'invalid':
      return 400;
    case 'unauthenticated':
      return 401;
    // What the state of things does not allow is a rule of the business, told in words for people.
    case 'forbidden':
    case 'conflict':
      return 403;
    // Ids are looked up before anything is done. Of somebody who is known: it was there, and went away meanwhile.
    case 'not-found':
      return actor === undefined ? 404 : 409;
    case 'method-not-allowed':
      return 405;
    case 'payload-too-large':
      return 413;
    case 'unsupported-media-type':
      return 415;
    case 'idempotency-mismatch':
      return 422;
    case 'rate-limited':
      return 429;
    case 'platform':
      return 502;
    case 'unavailable':
      return 503;
  }
}
