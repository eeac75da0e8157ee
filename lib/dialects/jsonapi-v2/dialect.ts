import { authenticateJsonApiToken } from '../../auth/access-token-gate.ts';
import type { Dialect } from '../../http/dialect.ts';
import { nestedValues } from '../../http/query.ts';
import type { RateWindow } from '../../http/rate-limit.ts';
import { failure } from './errors.ts';

/** 100 requests in ten seconds and 4,000 in half an hour. */
const windows: readonly RateWindow[] = [
  { name: '10-seconds', capacity: 100, refillPerSecond: 10 },
  { name: '30-minutes', capacity: 4000, refillPerSecond: 4000 / 1800 },
];

/** JSON:API: a token and the organisation's id in headers, its own media type, lenient about what it does not know. */
export const jsonApiV2: Dialect = {
  name: 'jsonapi-v2',
  basePath: '/api/v2',
  accepts: ['application/vnd.api+json'],
  sends: 'application/vnd.api+json; charset=utf-8',
  undeclared: 'ignore',
  idempotency: false,
  limits: () => windows,
  authenticate: async (exchange) => {
    const { requestId, now } = exchange;
    const given = { token: exchange.header('x-auth-token'), organizationId: exchange.header('x-organization-id') };
    const ctx = await authenticateJsonApiToken(given, { requestId, now, door: 'jsonapi-v2' });
    return { ctx, principal: ctx.actor.id };
  },
  readQuery: nestedValues,
  headers: (requestId) => ({ 'X-Request-Id': requestId, 'Cache-Control': 'no-store' }),
  failure,
};
