import { desc, eq } from 'drizzle-orm';
import { db, sqlClient } from '../../../db/client.ts';
import { integrationClients } from '../../../db/schema/access-tokens.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import type { AccessTokenView, IntegrationClientView, TokenStatus } from './schema.ts';

/** The organisation's access tokens, newest first, also those that no longer work. Throws forbidden. */
export async function listAccessTokens(ctx: Context): Promise<AccessTokenView[]> {
  requirePermission(ctx, 'api-keys.write');
  const rows = await sqlClient()<Omit<AccessTokenView, 'status'>[]>`
    select t.id, t.dialect, t.name, t.prefix, t.read_only as "readOnly", t.created_at as "createdAt",
      t.expires_at as "expiresAt", t.revoked_at as "revokedAt", t.last_used_at as "lastUsedAt",
      (select json_build_object('id', i.id, 'name', i.name) from integration_clients i where i.id = t.client_id) as client,
      (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name, c.id), '[]')
        from access_token_chains a join chains c on c.id = a.chain_id where a.access_token_id = t.id) as chains
    from access_tokens t
    where t.organisation_id = ${ctx.organisationId}
    order by t.created_at desc, t.id desc`;
  return rows.map((row) => ({ ...row, status: tokenStatus(row, ctx.now) }));
}

function tokenStatus(row: { revokedAt: Date | null; expiresAt: Date | null }, now: Date): TokenStatus {
  if (row.revokedAt) return 'REVOKED';
  return row.expiresAt && row.expiresAt <= now ? 'EXPIRED' : 'ACTIVE';
}

/** The Connector clients that the organisation made, newest first. Throws forbidden. */
export async function listIntegrationClients(ctx: Context): Promise<IntegrationClientView[]> {
  requirePermission(ctx, 'api-keys.write');
  return db()
    .select({
      id: integrationClients.id,
      name: integrationClients.name,
      prefix: integrationClients.prefix,
      createdAt: integrationClients.createdAt,
      revokedAt: integrationClients.revokedAt,
      lastUsedAt: integrationClients.lastUsedAt,
    })
    .from(integrationClients)
    .where(eq(integrationClients.organisationId, ctx.organisationId))
    .orderBy(desc(integrationClients.createdAt), desc(integrationClients.id));
}
