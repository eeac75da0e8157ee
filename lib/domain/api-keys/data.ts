import { sqlClient } from '../../../db/client.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import type { ApiKeyStatus, ApiKeyView } from './schema.ts';

/** The organisation's keys, newest first, also those that no longer work. Throws forbidden for who can't make keys. */
export async function listApiKeys(ctx: Context): Promise<ApiKeyView[]> {
  requirePermission(ctx, 'api-keys.write');
  const rows = await sqlClient()<Omit<ApiKeyView, 'status'>[]>`
    select k.id, k.name, k.prefix, k.read_only as "readOnly", k.created_at as "createdAt", k.expires_at as "expiresAt",
      k.revoked_at as "revokedAt", k.last_used_at as "lastUsedAt",
      case when k.company_ids is not null then (
        select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name_key, c.id), '[]')
        from companies c where c.organisation_id = k.organisation_id and c.id = any(k.company_ids)
      ) end as companies,
      (select json_build_object('id', o.id, 'prefix', o.prefix) from api_keys o where o.id = k.replaces_id) as replaces,
      (select json_build_object('id', s.id, 'prefix', s.prefix) from api_keys s
        where s.replaces_id = k.id and s.organisation_id = k.organisation_id
        order by s.revoked_at is not null, s.created_at desc limit 1) as "replacedBy"
    from api_keys k
    where k.organisation_id = ${ctx.organisationId}
    order by k.created_at desc, k.id desc`;
  return rows.map((row) => ({ ...row, status: apiKeyStatus(row, ctx.now) }));
}

function apiKeyStatus(row: { revokedAt: Date | null; expiresAt: Date | null }, now: Date): ApiKeyStatus {
  if (row.revokedAt) return 'REVOKED';
  return row.expiresAt && row.expiresAt <= now ? 'EXPIRED' : 'ACTIVE';
}
