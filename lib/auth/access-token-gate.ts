import { sqlClient } from '../../db/client.ts';
import type { TokenDialect } from '../../db/schema/enums.ts';
import { type Context, makeContext } from '../context.ts';
import { hashToken } from '../crypto/tokens.ts';
import { forbidden, unauthenticated } from '../errors.ts';
import { noteUse } from './last-use.ts';

/** What each kind of token begins with. */
export const tokenPrefixes = { jsonapi: 'lj', connector: 'lc', client: 'lt' } as const;

interface GateRequest {
  requestId: string;
  now: Date;
  door: string;
}

interface TokenRow {
  id: string;
  organisation_id: string;
  name: string;
  read_only: boolean;
  chain_ids: string[];
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

/**
 * The context of a JSON:API request. Throws `unauthenticated` for a token or organisation that is missing or malformed
 * and for a token that is unknown, expired or revoked, `forbidden` for a token of another organisation.
 */
export async function authenticateJsonApiToken(
  given: { token: string | null; organizationId: string | null },
  request: GateRequest,
): Promise<Context> {
  const row = await workingToken('jsonapi', given.token, request.now);
  if (!given.organizationId || !/^[1-9]\d{0,15}$/.test(given.organizationId)) {
    throw unauthenticated('The id of an organization is required in the header X-Organization-Id');
  }
  if (row.organisation_id !== given.organizationId) throw forbidden('This token is of another organization');
  return contextOf(row, { kind: 'organisation' }, request);
}

/**
 * The context of a Connector request, which reaches the token's chains: several of them for a portfolio token. The client
 * may be any of this installation that is not revoked. Throws `unauthenticated`.
 */
export async function authenticateConnectorTokens(
  given: { clientToken: string; accessToken: string },
  request: GateRequest,
): Promise<Context> {
  await requireClient(given.clientToken, request.now);
  const row = await workingToken('connector', given.accessToken, request.now);
  return contextOf(row, { kind: 'chains', chainIds: row.chain_ids }, request);
}

/** One look-up by the token's hash, never cached, so that a revoked token stops at once. */
async function workingToken(dialect: TokenDialect, token: string | null, now: Date): Promise<TokenRow> {
  if (!token) throw unauthenticated('An access token is required');
  if (!hasForm(tokenPrefixes[dialect], token)) throw unauthenticated('The access token is not valid');
  const [row] = await sqlClient()<TokenRow[]>`
    select id, organisation_id, name, read_only, expires_at, revoked_at, last_used_at, array(
      select chain_id::text from access_token_chains c where c.access_token_id = t.id order by chain_id
    ) as chain_ids
    from access_tokens t where hash = ${hashToken(token)} and dialect = ${dialect}`;
  if (!row) throw unauthenticated('The access token is not valid');
  if (row.revoked_at) throw unauthenticated('The access token is revoked');
  if (row.expires_at && row.expires_at <= now) throw unauthenticated('The access token has expired');
  noteUse('access_tokens', { id: row.id, lastUsedAt: row.last_used_at }, now);
  return row;
}

async function requireClient(token: string, now: Date): Promise<void> {
  if (!hasForm(tokenPrefixes.client, token)) throw unauthenticated('The client token is not valid');
  const [row] = await sqlClient()<{ id: string; revoked_at: Date | null; last_used_at: Date | null }[]>`
    select id, revoked_at, last_used_at from integration_clients where hash = ${hashToken(token)}`;
  if (!row) throw unauthenticated('The client token is not valid');
  if (row.revoked_at) throw unauthenticated('The client token is revoked');
  noteUse('integration_clients', { id: row.id, lastUsedAt: row.last_used_at }, now);
}

const hasForm = (prefix: string, token: string): boolean =>
  token.startsWith(`${prefix}_`) && /^[A-Za-z0-9_-]{43}$/.test(token.slice(prefix.length + 1));

const contextOf = (row: TokenRow, reach: Context['reach'], request: GateRequest): Context =>
  makeContext({
    organisationId: Number(row.organisation_id),
    actor: { type: 'access-token', id: row.id, label: row.name, readOnly: row.read_only },
    reach,
    requestId: request.requestId,
    now: request.now,
    door: request.door,
  });
