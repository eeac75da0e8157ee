import type { Context } from '../context.ts';
import type { AppError } from '../errors.ts';
import type { Exchange } from './exchange.ts';
import type { RateState, RateWindow } from './rate-limit.ts';

/** Who asks: the context of the request, and the name its rate limits are counted under. */
export interface Authenticated {
  ctx: Context;
  principal: string;
}

/**
 * All that the route builder must know of an API. It never asks which one it serves: whatever differs is here.
 */
export interface Dialect {
  /** Names its rate limits and its lines in the log. */
  readonly name: string;
  /** `/v4`; every declared path hangs below it. */
  readonly basePath: string;
  /** Media types a request body may have, without parameters. */
  readonly accepts: readonly string[];
  /** The answer's Content-Type. */
  readonly sends: string;
  /** Whether query parameters and body fields that a route does not declare are refused with 400. */
  readonly undeclared: 'refuse' | 'ignore';
  /** Whether POST and PATCH with an Idempotency-Key are executed once. */
  readonly idempotency: boolean;
  /** OPTIONS is a method like any other that a path does not have: 405. Left out, it is answered with those it has. */
  readonly refusesOptions?: true;
  /** Replaced in tests. */
  readonly now?: () => Date;
  /** The windows every request is counted in, empty for none. RATE_LIMITS=off stops the counting, not the headers. */
  limits(): readonly RateWindow[];
  /** Finds out who asks, by header or (through `exchange.json()`) by body. Throws `unauthenticated` or `forbidden`. */
  authenticate(exchange: Exchange): Promise<Authenticated>;
  /** Query text to what the operations' query schemas take. Throws `invalid`. */
  readQuery(search: string): Record<string, unknown>;
  /** On every answer. `rates` has one entry a window, full ones when nothing was counted. */
  headers(requestId: string, rates: readonly RateState[]): Record<string, string>;
  /** A fault on this wire; null is an unknown error, of which nothing but the request id may be said. */
  failure(error: AppError | null, exchange: Exchange): { status: number; body: unknown };
}
