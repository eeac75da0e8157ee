import { sqlClient } from '../../../db/client.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';

/** A key or token that works now and reaches a company. */
export interface CompanyReader {
  id: string;
  kind: 'api-key' | 'jsonapi' | 'connector';
  name: string;
  prefix: string;
  readOnly: boolean;
  /** How it comes to reach the company: it may all companies, it names this one, or this one's chain. */
  by: 'all' | 'company' | 'chain';
  lastUsedAt: Date | null;
  expiresAt: Date | null;
}

/** The keys and tokens that can read a company now, those used last first. Throws forbidden for who can't make keys. */
export async function companyReaders(ctx: Context, input: { companyId: number }): Promise<CompanyReader[]> {
  requirePermission(ctx, 'api-keys.write');
  const { companyId } = input;
  return sqlClient()<CompanyReader[]>`
    select * from (
      select k.id::text as id, 'api-key' as kind, k.name, k.prefix, k.read_only as "readOnly",
        case when k.company_ids is null then 'all' else 'company' end as by,
        k.last_used_at as "lastUsedAt", k.expires_at as "expiresAt"
      from api_keys k
      where k.organisation_id = ${ctx.organisationId} and k.revoked_at is null
        and (k.expires_at is null or k.expires_at > ${ctx.now})
        and (k.company_ids is null or ${companyId} = any(k.company_ids))
      union all
      select t.id::text, t.dialect, t.name, t.prefix, t.read_only,
        case when t.dialect = 'connector' then 'chain' else 'all' end, t.last_used_at, t.expires_at
      from access_tokens t
      where t.organisation_id = ${ctx.organisationId} and t.revoked_at is null
        and (t.expires_at is null or t.expires_at > ${ctx.now})
        and (t.dialect <> 'connector' or exists (
          select from access_token_chains a join companies c on c.chain_id = a.chain_id
          where a.access_token_id = t.id and c.id = ${companyId} and c.organisation_id = ${ctx.organisationId}))
        and not exists (select from integration_clients i where i.id = t.client_id and i.revoked_at is not null)
    ) readers
    order by "lastUsedAt" desc nulls last, name`;
}
