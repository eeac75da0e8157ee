import { desc, eq } from 'drizzle-orm';
import { db } from '../../../db/client.ts';
import { apiKeys } from '../../../db/schema/api-keys.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import type { ApiKeyStatus, ApiKeyView } from './schema.ts';

/** The organisation's keys, newest first, also those that no longer work. Throws forbidden for who can't make keys. */
export async function listApiKeys(ctx: Context): Promise<ApiKeyView[]> {
  requirePermission(ctx, 'api-keys.write');
  const rows = await db()
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.organisationId, ctx.organisationId))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    readOnly: row.readOnly,
    status: apiKeyStatus(row, ctx.now),
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    revokedAt: row.revokedAt,
    lastUsedAt: row.lastUsedAt,
  }));
}

function apiKeyStatus(row: { revokedAt: Date | null; expiresAt: Date | null }, now: Date): ApiKeyStatus {
  if (row.revokedAt) return 'REVOKED';
  return row.expiresAt && row.expiresAt <= now ? 'EXPIRED' : 'ACTIVE';
}
