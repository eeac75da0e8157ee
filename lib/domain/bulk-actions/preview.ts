import type postgres from 'postgres';
import { sqlClient } from '../../../db/client.ts';
import type { BulkActionKind } from '../../../db/schema/enums.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { tagKeys } from '../companies/tags.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import { openStates } from '../writes/write-state.ts';
import { permissionOf } from './bulk-state.ts';
import { type BulkActionInput, type BulkPreview, type BulkVerdict, bulkActionInput, mostCompanies } from './schema.ts';
import { selectedBy } from './selection.ts';

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/**
 * Counts what an action would do to the companies that are chosen now, and why it would leave some as they are. Does
 * nothing. Throws forbidden, invalid.
 */
export async function previewBulkAction(ctx: Context, given: BulkActionInput): Promise<BulkPreview> {
  const { kind, selection, tags = [] } = checkedInput(bulkActionInput, given);
  requirePermission(ctx, permissionOf[kind]);
  const sql = sqlClient();
  const rows = await sql<{ verdict: BulkVerdict; count: number }[]>`
    select verdict, count(*)::int as count from (
      select ${verdictSql(kind, tags)} as verdict
      from companies c left join connections x on x.company_id = c.id
      where ${selectedBy(ctx, selection)} limit ${mostCompanies + 1}
    ) judged
    group by verdict`;
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const isTooMany = total > mostCompanies;
  return { total, isTooMany, counts: Object.fromEntries(rows.map(({ verdict, count }) => [verdict, count])) };
}

/** The same rules as the effects have, for the database; the effects decide again, company by company. */
function verdictSql(kind: BulkActionKind, tags: readonly string[]): Fragment {
  const sql = sqlClient();
  const keys = tagKeys(tags);
  const archived = sql`when c.archived_at is not null then 'ARCHIVED'`;
  const pulling = sql`
    when exists (select from syncs s where s.company_id = c.id and s.job_type = 'PULL' and s.status in ('QUEUED', 'RUNNING'))
    then 'BUSY'`;
  const writing = sql`
    when exists (select from writes w where w.company_id = c.id and w.state = any(${[...openStates]}::text[])) then 'BUSY'`;
  const unconnected = sql`when x.status is null or x.status = 'DISCONNECTED' then 'NOT_CONNECTED'`;
  const verdicts: Record<BulkActionKind, Fragment> = {
    ARCHIVE: sql`case ${archived} ${pulling} ${writing} else 'WILL' end`,
    RESTORE: sql`case when c.archived_at is null then 'NOT_ARCHIVED' else 'WILL' end`,
    SYNC: sql`case ${archived} ${unconnected} when x.status = 'PENDING' then 'NOT_CONFIRMED'
      when x.paused_at is not null then 'PAUSED' ${pulling} when c.models_enabled = 0 then 'NO_MODELS' else 'WILL' end`,
    CANCEL_SYNC: sql`'WILL'`,
    PAUSE: sql`case ${archived} when x.company_id is null then 'NOT_CONNECTED'
      when x.paused_at is not null then 'PAUSED' else 'WILL' end`,
    RESUME: sql`case ${archived} when x.company_id is null then 'NOT_CONNECTED'
      when x.paused_at is null then 'NOT_PAUSED' else 'WILL' end`,
    TAG: sql`case when c.tag_keys @> ${keys}::text[] then 'TAGS_AS_WANTED' else 'WILL' end`,
    UNTAG: sql`case when not c.tag_keys && ${keys}::text[] then 'TAGS_AS_WANTED' else 'WILL' end`,
    DISCONNECT: sql`case ${archived} ${unconnected} ${pulling} ${writing} else 'WILL' end`,
  };
  return verdicts[kind];
}
