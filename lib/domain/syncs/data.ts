import type postgres from 'postgres';
import { z } from 'zod';
import { sqlClient } from '../../../db/client.ts';
import type { DataModel } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { invalid, notFound } from '../../errors.ts';
import { nameKey } from '../companies/name-key.ts';
import { andInReach, andNamedInReach } from '../companies/reach.ts';
import { requireCompany } from '../records/company-gate.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import {
  type JobView,
  type ListOrganisationSyncsInput,
  type ListSyncsInput,
  listOrganisationSyncsInput,
  listSyncsInput,
  type OrganisationSyncView,
  type RejectedRecordView,
  type SyncProgress,
  type SyncView,
} from './schema.ts';
import { isActive } from './sync-state.ts';
import { type JobRow, jobTotals, jobView, type SyncRow, syncColumns, syncView } from './sync-view.ts';

/**
 * A company's syncs, newest first; `next` is the cursor of the following page. Throws not-found for a company that is
 * archived or another organisation's, and invalid for a cursor that is none.
 */
export async function listSyncs(
  ctx: Context,
  input: ListSyncsInput,
): Promise<{ syncs: SyncView[]; count: number; next: string | null }> {
  const { companyId, jobType, limit, cursor } = checkedInput(listSyncsInput, input);
  await requireCompany(ctx, companyId);
  if (cursor) await requireCursor(ctx, cursor);
  const sql = sqlClient();
  const ofKind = jobType ? sql`and job_type = ${jobType}` : sql``;
  const rows = await sql<SyncRow[]>`
    select ${sql.unsafe(syncColumns)}
    from syncs s ${sql.unsafe(jobTotals)}
    where s.organisation_id = ${ctx.organisationId} and s.company_id = ${companyId} ${ofKind}
      ${cursor ? sql`and (s.created_at, s.id) < (select c.created_at, c.id from syncs c where c.id = ${cursor})` : sql``}
    order by s.created_at desc, s.id desc
    limit ${limit + 1}`;
  const [total] = await sql<{ count: number }[]>`
    select count(*)::int as count from syncs
    where organisation_id = ${ctx.organisationId} and company_id = ${companyId} ${ofKind}`;
  return { ...pageOf(rows.map(syncView), limit), count: total?.count ?? 0 };
}

/**
 * The syncs of the companies within reach, newest first unless asked otherwise, with their company's name. Throws invalid
 * for a cursor that is none.
 */
export async function listOrganisationSyncs(
  ctx: Context,
  input: ListOrganisationSyncsInput,
): Promise<{ syncs: OrganisationSyncView[]; next: string | null }> {
  const { limit, cursor, oldestFirst, ...wanted } = checkedInput(listOrganisationSyncsInput, input);
  if (cursor) await requireCursor(ctx, cursor);
  const sql = sqlClient();
  const [beyond, direction] = oldestFirst ? [sql`>`, sql`asc`] : [sql`<`, sql`desc`];
  const rows = await sql<(SyncRow & { company_name: string })[]>`
    select ${sql.unsafe(syncColumns)}, co.name as company_name
    from syncs s join companies co on co.id = s.company_id ${sql.unsafe(jobTotals)}
    where ${matchingSyncs(ctx, wanted)}
      ${cursor ? sql`and (s.created_at, s.id) ${beyond} (select c.created_at, c.id from syncs c where c.id = ${cursor})` : sql``}
    order by s.created_at ${direction}, s.id ${direction}
    limit ${limit + 1}`;
  return pageOf(
    rows.map((row) => ({ ...syncView(row), companyName: row.company_name })),
    limit,
  );
}

/** How many syncs match, counted up to a limit: a busy organisation makes more of them every day. */
export async function countOrganisationSyncs(
  ctx: Context,
  input: ListOrganisationSyncsInput,
  upTo: number,
): Promise<number> {
  const wanted = checkedInput(listOrganisationSyncsInput, input);
  const [row] = await sqlClient()<{ count: number }[]>`
    select count(*)::int as count from (
      select from syncs s join companies co on co.id = s.company_id
      where ${matchingSyncs(ctx, wanted)} limit ${upTo}
    ) counted`;
  return row?.count ?? 0;
}

function matchingSyncs(
  ctx: Context,
  wanted: Omit<z.output<typeof listOrganisationSyncsInput>, 'limit' | 'cursor' | 'oldestFirst'>,
): postgres.PendingQuery<postgres.Row[]> {
  const sql = sqlClient();
  const { status, syncType, jobType, integration, search, companyId } = wanted;
  return sql`
    s.organisation_id = ${ctx.organisationId} ${andInReach(ctx, 'co')}
    ${companyId ? sql`and s.company_id = ${companyId}` : sql``}
    ${search ? searching(ctx, search) : sql``}
    ${status ? sql`and s.status = any(${status})` : sql``}
    ${syncType ? sql`and s.sync_type = ${syncType}` : sql``}
    ${jobType ? sql`and s.job_type = ${jobType}` : sql``}
    ${integration ? sql`and s.integration = ${integration}` : sql``}`;
}

/** A uuid is a sync's or a request's, whose calls may be of a sync that another request started; else it is a name. */
function searching(ctx: Context, search: string) {
  const sql = sqlClient();
  if (!z.guid().safeParse(search).success) {
    return sql`and co.name_key like ${`%${nameKey(search).replace(/[\\%_]/g, '\\$&')}%`}`;
  }
  const id = search.toLowerCase();
  return sql`and s.id in (
    select ${id}::uuid
    union select id from syncs where organisation_id = ${ctx.organisationId} and request_id = ${id}
    union select sync_id from platform_calls where organisation_id = ${ctx.organisationId} and request_id = ${id})`;
}

/** One sync with its jobs, in the order in which it takes them. Throws not-found, also when its company is archived. */
export async function getSync(
  ctx: Context,
  input: { syncId: string; includeArchived?: boolean },
): Promise<SyncView & { jobs: JobView[] }> {
  if (!z.uuid().safeParse(input.syncId).success) throw notFound('Sync');
  const sql = sqlClient();
  const [row] = await sql<SyncRow[]>`
    select ${sql.unsafe(syncColumns)}
    from syncs s join companies co on co.id = s.company_id ${sql.unsafe(jobTotals)}
    where s.organisation_id = ${ctx.organisationId} and s.id = ${input.syncId} ${andInReach(ctx, 'co')}
      ${input.includeArchived ? sql`` : sql`and co.archived_at is null`}`;
  if (!row) throw notFound('Sync');
  const jobs = await jobsOf(row.id);
  return { ...syncView(row), jobs: jobs.map((job) => jobView(job, row.config_mode)) };
}

/** The PULL that is queued, running or asleep at a company; null when nothing is going on. */
export async function activeSync(ctx: Context, input: { companyId: number }): Promise<SyncView | null> {
  const sql = sqlClient();
  const [row] = await sql<SyncRow[]>`
    select ${sql.unsafe(syncColumns)}
    from syncs s ${sql.unsafe(jobTotals)}
    where s.organisation_id = ${ctx.organisationId} and s.company_id = ${input.companyId} and s.job_type = 'PULL'
      and s.status in ('QUEUED', 'RUNNING') ${andNamedInReach(ctx, 's.company_id')}`;
  return row ? syncView(row) : null;
}

/**
 * How the newest PULL of a company stands, for pages that watch it; an active one is always the newest. Null when there
 * was none yet.
 */
export async function syncProgress(ctx: Context, input: { companyId: number }): Promise<SyncProgress | null> {
  const sql = sqlClient();
  const [row] = await sql<(SyncRow & { is_first: boolean })[]>`
    select ${sql.unsafe(syncColumns)}, not exists (
        select from syncs e
        where e.company_id = s.company_id and e.job_type = 'PULL' and (e.created_at, e.id) < (s.created_at, s.id)
      ) as is_first
    from syncs s ${sql.unsafe(jobTotals)}
    where s.organisation_id = ${ctx.organisationId} and s.company_id = ${input.companyId} and s.job_type = 'PULL'
      ${andNamedInReach(ctx, 's.company_id')}
    order by s.created_at desc, s.id desc
    limit 1`;
  if (!row) return null;
  const sync = syncView(row);
  const jobs = (await jobsOf(row.id)).map((job) => ({
    dataModel: job.data_model,
    status: job.status,
    recordsRead: job.records_created + job.records_updated + job.records_unchanged + job.records_failed,
    recordsFailed: job.records_failed,
    pages: job.pages,
    errorMessage: job.error_message,
  }));
  return {
    syncId: sync.id,
    status: sync.status,
    isActive: isActive(sync.status),
    isFirst: row.is_first,
    startTime: sync.startTime,
    endTime: sync.endTime,
    resumeAt: sync.resumeAt,
    failureClass: sync.failureClass,
    failureMessage: sync.failureMessage,
    jobs,
    recordsRead: jobs.reduce((sum, job) => sum + job.recordsRead, 0),
  };
}

/** Records of a company that could not be parsed or mapped and wait to be read well, newest first. */
export async function listRejectedRecords(
  ctx: Context,
  input: { companyId: number; dataModel?: DataModel; limit?: number },
): Promise<RejectedRecordView[]> {
  const sql = sqlClient();
  return sql<RejectedRecordView[]>`
    select data_model as "dataModel", platform_id as "platformId", reason, field, sync_id as "syncId",
      created_at as "createdAt"
    from rejected_records
    where organisation_id = ${ctx.organisationId} and company_id = ${input.companyId}
      ${andNamedInReach(ctx, 'company_id')}
      ${input.dataModel ? sql`and data_model = ${input.dataModel}` : sql``}
    order by created_at desc, data_model, platform_id
    limit ${input.limit ?? 100}`;
}

const jobsOf = (syncId: string) => sqlClient()<JobRow[]>`
  select id, data_model, status, job_type, pages, records_created, records_updated, records_unchanged, records_deleted,
    records_failed, retry_count, parent_job_id, failure_class, error_code, error_message, error_response,
    exists (select from sync_jobs later where later.parent_job_id = sync_jobs.id) as is_retried, sync_from,
    start_time, end_time, created_at
  from sync_jobs where sync_id = ${syncId} order by position`;

function pageOf<S extends { id: string }>(rows: S[], limit: number): { syncs: S[]; next: string | null } {
  const syncs = rows.slice(0, limit);
  return { syncs, next: rows.length > limit ? (syncs.at(-1)?.id ?? null) : null };
}

async function requireCursor(ctx: Context, cursor: string): Promise<void> {
  const [known] = await sqlClient()`
    select 1 from syncs
    where organisation_id = ${ctx.organisationId} and id = ${cursor} ${andNamedInReach(ctx, 'company_id')}`;
  if (!known) throw invalid({ path: 'cursor', message: 'is not a cursor of this list' });
}
