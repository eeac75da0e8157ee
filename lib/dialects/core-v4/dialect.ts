import { authenticateApiKey } from '../../auth/api-key-gate.ts';
import { type Env, env } from '../../env.ts';
import type { Dialect } from '../../http/dialect.ts';
import { singleValues } from '../../http/query.ts';
import type { RateState, RateWindow } from '../../http/rate-limit.ts';
import { failure } from './errors.ts';

const apiKeyHeader = 'api_key';

/** The Core API: a key in a header, JSON both ways, one token bucket a key, strict about what it does not know. */
export const coreV4: Dialect = {
  name: 'core-v4',
  basePath: '/v4',
  accepts: ['application/json'],
  sends: 'application/json; charset=utf-8',
  undeclared: 'refuse',
  idempotency: true,
  limits: () => windowsOf(env().coreRate),
  authenticate: async (exchange) => {
    const { requestId, now } = exchange;
    const ctx = await authenticateApiKey(exchange.header(apiKeyHeader), { requestId, now, door: 'core-v4' });
    return { ctx, principal: ctx.actor.id };
  },
  readQuery: singleValues,
  headers: (requestId, [rate]) => ({ 'X-Request-Id': requestId, 'Cache-Control': 'no-store', ...rateHeaders(rate) }),
  failure,
};

let windows: { of: Env['coreRate']; list: readonly RateWindow[] } | undefined;

/** Made anew only when the settings are read again. */
function windowsOf(rate: Env['coreRate']): readonly RateWindow[] {
  if (windows?.of !== rate) {
    windows = { of: rate, list: [{ name: 'key', capacity: rate.burst, refillPerSecond: rate.perMinute / 60 }] };
  }
  return windows.list;
}

/** `Limit` is the bucket, so that `Remaining` never exceeds it; `Reset` counts the seconds until it is full. */
function rateHeaders(rate: RateState | undefined): Record<string, string> {
  if (!rate) return {};
  return {
    'X-RateLimit-Limit': String(rate.window.capacity),
    'X-RateLimit-Remaining': String(rate.remaining),
    'X-RateLimit-Reset': String(rate.resetSeconds),
  };
}
