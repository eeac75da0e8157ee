import { and, eq, inArray, isNull } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { accessTokenChains, accessTokens, integrationClients } from '../../../db/schema/access-tokens.ts';
import { chains } from '../../../db/schema/organisations.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { hashToken, newToken } from '../../crypto/tokens.ts';
import { invalid, notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import {
  type CreateAccessTokenInput,
  type CreatedAccessToken,
  createAccessTokenInput,
  type RevokeAccessTokenInput,
  type RevokeClientInput,
} from './schema.ts';

/** How much of a token is kept readable: its kind and eight characters. */
const prefixLength = 11;

type Checked = ReturnType<typeof createAccessTokenInput.parse>;
type ForConnector = Extract<Checked, { dialect: 'connector' }>;

/**
 * Makes an access token of the JSON:API or the Connector dialect, and for the latter a client where none is named. They
 * are given back once and stored as their hashes. Throws invalid for an end that has passed and for chains or a client
 * that are not the organisation's.
 */
export async function createAccessToken(ctx: Context, given: CreateAccessTokenInput): Promise<CreatedAccessToken> {
  requirePermission(ctx, 'api-keys.write');
  const input = checkedInput(createAccessTokenInput, given);
  if (input.expiresAt && input.expiresAt <= ctx.now) {
    throw invalid({ path: 'expiresAt', message: 'must lie in the future' });
  }
  return db().transaction(async (tx) => {
    if (input.dialect === 'connector') return createForConnector(tx, ctx, input);
    const { id, token } = await insertToken(tx, ctx, input, 'lj', null);
    return { dialect: 'jsonapi', id, token, organizationId: ctx.organisationId };
  });
}

async function createForConnector(tx: Tx, ctx: Context, input: ForConnector): Promise<CreatedAccessToken> {
  const chainIds = await ownChains(tx, ctx, input.chainIds ?? null);
  const client = input.clientId ? await knownClient(tx, ctx, input.clientId) : await insertClient(tx, ctx, input.name);
  const { id, token: accessToken } = await insertToken(tx, ctx, input, 'lc', client.id);
  await tx
    .insert(accessTokenChains)
    .values(chainIds.map((chainId) => ({ organisationId: ctx.organisationId, accessTokenId: id, chainId })));
  return { dialect: 'connector', id, clientToken: client.token, accessToken, chainIds };
}

async function insertToken(tx: Tx, ctx: Context, input: Checked, prefix: 'lj' | 'lc', clientId: string | null) {
  const token = newToken(prefix);
  const { dialect, name, readOnly, expiresAt = null } = input;
  const [made] = await tx
    .insert(accessTokens)
    .values({
      organisationId: ctx.organisationId,
      dialect,
      name,
      clientId,
      prefix: token.slice(0, prefixLength),
      hash: hashToken(token),
      readOnly,
      expiresAt,
      createdAt: ctx.now,
    })
    .returning({ id: accessTokens.id });
  if (!made) throw new Error('The access token was not stored');
  const after = { dialect, name, readOnly, expiresAt, ...('chainIds' in input ? { chainIds: input.chainIds } : {}) };
  await recordAudit(tx, ctx, { action: 'access-token.created', subjectId: made.id, after });
  return { id: made.id, token };
}

async function insertClient(tx: Tx, ctx: Context, name: string): Promise<{ id: string; token: string }> {
  const token = newToken('lt');
  const [made] = await tx
    .insert(integrationClients)
    .values({
      organisationId: ctx.organisationId,
      name,
      prefix: token.slice(0, prefixLength),
      hash: hashToken(token),
      createdAt: ctx.now,
    })
    .returning({ id: integrationClients.id });
  if (!made) throw new Error('The client was not stored');
  await recordAudit(tx, ctx, { action: 'integration-client.created', subjectId: made.id, after: { name } });
  return { id: made.id, token };
}

async function knownClient(tx: Tx, ctx: Context, clientId: string): Promise<{ id: string; token: null }> {
  const [client] = await tx
    .select({ id: integrationClients.id })
    .from(integrationClients)
    .where(and(ownClient(ctx, clientId), isNull(integrationClients.revokedAt)));
  if (!client) throw invalid({ path: 'clientId', message: 'there is no such client, or it is revoked' });
  return { id: client.id, token: null };
}

/** The chains in the order in which they were named; the default one where none was. Throws invalid. */
async function ownChains(tx: Tx, ctx: Context, named: readonly string[] | null): Promise<string[]> {
  const wanted = named && [...new Set(named.map((id) => id.toLowerCase()))];
  const found = await tx
    .select({ id: chains.id })
    .from(chains)
    .where(
      and(
        eq(chains.organisationId, ctx.organisationId),
        wanted ? inArray(chains.id, wanted) : eq(chains.isDefault, true),
      ),
    )
    .for('key share');
  const known = new Set(found.map(({ id }) => id));
  const missing = wanted?.find((id) => !known.has(id));
  if (missing) throw invalid({ path: 'chainIds', message: `there is no chain ${missing}` });
  return wanted ?? [...known];
}

/** Ends a token at once. Revoking a revoked one changes nothing. Throws not-found. */
export async function revokeAccessToken(ctx: Context, { accessTokenId }: RevokeAccessTokenInput): Promise<void> {
  requirePermission(ctx, 'api-keys.write');
  const ours = and(eq(accessTokens.organisationId, ctx.organisationId), eq(accessTokens.id, accessTokenId));
  await db().transaction(async (tx) => {
    const [known] = await tx.select().from(accessTokens).where(ours).for('update');
    if (!known) throw notFound('Access token');
    if (known.revokedAt) return;
    await tx.update(accessTokens).set({ revokedAt: ctx.now }).where(ours);
    const { name, dialect } = known;
    await recordAudit(tx, ctx, { action: 'access-token.revoked', subjectId: accessTokenId, before: { name, dialect } });
  });
}

/** Ends a client at once: no access token works with it any more. Throws not-found. */
export async function revokeIntegrationClient(ctx: Context, { clientId }: RevokeClientInput): Promise<void> {
  requirePermission(ctx, 'api-keys.write');
  await db().transaction(async (tx) => {
    const [known] = await tx.select().from(integrationClients).where(ownClient(ctx, clientId)).for('update');
    if (!known) throw notFound('Client');
    if (known.revokedAt) return;
    await tx.update(integrationClients).set({ revokedAt: ctx.now }).where(ownClient(ctx, clientId));
    const before = { name: known.name };
    await recordAudit(tx, ctx, { action: 'integration-client.revoked', subjectId: clientId, before });
  });
}

const ownClient = (ctx: Context, clientId: string) =>
  and(eq(integrationClients.organisationId, ctx.organisationId), eq(integrationClients.id, clientId));
