import { sqlClient } from '../../../db/client.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { andNamedInReach } from '../companies/reach.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import { type ListPlatformCallsInput, listPlatformCallsInput, type PlatformCallView } from './schema.ts';

/**
 * The platform calls of the companies within reach, newest first; `next` is the cursor of the following page. Throws forbidden for
 * whoever may not look into what customers' platforms said.
 */
export async function listPlatformCalls(
  ctx: Context,
  input: ListPlatformCallsInput,
): Promise<{ calls: PlatformCallView[]; next: number | null }> {
  requirePermission(ctx, 'platform-calls.read');
  const { companyId, syncId, jobId, requestId, limit, cursor } = checkedInput(listPlatformCallsInput, input);
  const sql = sqlClient();
  const rows = await sql<PlatformCallView[]>`
    select id::float8 as id, company_id::float8 as "companyId", sync_id as "syncId", job_id as "jobId",
      request_id as "requestId", method, host, path, status, failure, duration_ms as "durationMs",
      request_body as "requestBody", request_bytes as "requestBytes", response_body as "responseBody",
      response_bytes as "responseBytes", created_at as "createdAt"
    from platform_calls
    where organisation_id = ${ctx.organisationId} ${andNamedInReach(ctx, 'company_id')}
      ${companyId ? sql`and company_id = ${companyId}` : sql``}
      ${syncId ? sql`and sync_id = ${syncId}` : sql``}
      ${jobId ? sql`and job_id = ${jobId}` : sql``}
      ${requestId ? sql`and request_id = ${requestId}` : sql``}
      ${cursor ? sql`and id < ${cursor}` : sql``}
    order by id desc
    limit ${limit + 1}`;
  const calls = rows.slice(0, limit);
  return { calls, next: rows.length > limit ? (calls.at(-1)?.id ?? null) : null };
}
