import { z } from 'zod';
import { authenticateConnectorTokens } from '../../auth/access-token-gate.ts';
import type { Dialect } from '../../http/dialect.ts';
import { parseInput } from '../../http/parse-input.ts';
import { failure } from './errors.ts';

/** 200 requests an access token within 30 seconds. */
const windows = [{ name: 'token', capacity: 200, refillPerSecond: 200 / 30 }] as const;

/** Who asks stands in the body. A token that is left out is refused like one that is not valid. */
const tokens = z.object({ ClientToken: z.string().nullish(), AccessToken: z.string().nullish() });

/** The Connector API: everything is a POST of JSON with the tokens in it; what it does not know is let pass. */
export const connectorV1: Dialect = {
  name: 'connector-v1',
  basePath: '/api/connector/v1',
  accepts: ['application/json'],
  sends: 'application/json; charset=utf-8',
  undeclared: 'ignore',
  idempotency: false,
  refusesOptions: true,
  limits: () => windows,
  authenticate: async (exchange) => {
    const { requestId, now } = exchange;
    const { ClientToken, AccessToken } = parseInput(tokens, await exchange.json(), 'field');
    const given = { clientToken: ClientToken ?? '', accessToken: AccessToken ?? '' };
    const ctx = await authenticateConnectorTokens(given, { requestId, now, door: 'connector-v1' });
    return { ctx, principal: ctx.actor.id };
  },
  readQuery: () => ({}),
  headers: (requestId) => ({ 'Request-Id': requestId, 'Cache-Control': 'no-store' }),
  failure,
};
