import type postgres from 'postgres';
import { sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';
import type { ModelConfigEntry } from '../sync-config/model-config.ts';
import { companyConfigs, type StoredConfigsRow, storedConfigsHead } from '../sync-config/stored-configs.ts';
import { type CompanyRow, companyView } from './company-view.ts';
import { isNarrowed, type Matching, matchingCompanies, narrowed, ofStatus } from './matching-companies.ts';
import { andInReach } from './reach.ts';
import type { CompanyView, ListCompaniesInput } from './schema.ts';

type Fragment = postgres.PendingQuery<postgres.Row[]>;

export interface CompanyPage {
  companies: CompanyView[];
  /** All matches, not the page. */
  count: number;
  /** The cursor of the next page; null on the last. */
  next: { id: number; value: string | null } | null;
}

/** One page of the companies within reach, newest first unless sorted otherwise. Archived ones only when asked for. */
export async function listCompanies(ctx: Context, input: ListCompaniesInput): Promise<CompanyPage> {
  const [page, count] = await Promise.all([companiesFrom(ctx, input), countCompanies(ctx, input)]);
  return { ...page, count };
}

/** The same without the count, for who reads one page after another. */
export async function companiesFrom(ctx: Context, input: ListCompaniesInput): Promise<Omit<CompanyPage, 'count'>> {
  const sort = input.sort ?? 'id';
  const wanted = { ...input, limit: input.limit + 1 };
  const rows = sort === 'lastSyncedAt' ? await bySyncTime(ctx, wanted) : await byKey(ctx, sort, wanted);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const next = rows.length > input.limit && last ? { id: Number(last.id), value: last[sortKey[sort]] } : null;
  return { companies: page.map((row) => companyView(row, ctx.now)), next };
}

/** One company. An archived one, one of another organisation and one out of reach is not found. */
export async function getCompany(
  ctx: Context,
  input: { companyId: number; includeArchived?: boolean },
): Promise<CompanyView> {
  const [row] = await companyRows(ctx, one(input));
  if (!row) throw notFound('Company');
  return companyView(row, ctx.now);
}

/** The same with how its models are synced, empty for one that never connected, in one statement. */
export async function getCompanyWithConfigs(
  ctx: Context,
  input: { companyId: number },
): Promise<{ company: CompanyView; configs: ModelConfigEntry[] }> {
  const sql = sqlClient();
  const also = sql`, (
    select to_jsonb(config) from (${sql.unsafe(storedConfigsHead)} where c.company_id = x.company_id) config
  ) as config`;
  const [row] = await companyRows<{ config: StoredConfigsRow | null }>(ctx, { ...one(input), also });
  if (!row) throw notFound('Company');
  return { company: companyView(row, ctx.now), configs: (row.config && companyConfigs(row.config)?.entries) ?? [] };
}

function one(input: { companyId: number; includeArchived?: boolean }) {
  const sql = sqlClient();
  const where = sql`c.id = ${input.companyId} ${input.includeArchived ? sql`` : sql`and c.archived_at is null`}`;
  return { where, order: sql`c.id`, limit: 1 };
}

/** The ids of companies by their uuids, archived ones too; one that is not within reach is left out. */
export async function companyIdsOf(ctx: Context, input: { uuids: readonly string[] }): Promise<number[]> {
  const rows = await sqlClient()`
    select c.id from companies c
    where c.organisation_id = ${ctx.organisationId} and c.uuid = any(${[...input.uuids]}::uuid[]) ${andInReach(ctx, 'c')}`;
  return rows.map((row) => Number(row.id));
}

/** The names of companies, archived ones too; one that is not within reach is left out. */
export async function companyNames(
  ctx: Context,
  input: { companyIds: readonly number[] },
): Promise<{ id: number; name: string }[]> {
  if (input.companyIds.length === 0) return [];
  const rows = await sqlClient()<{ id: string; name: string }[]>`
    select c.id, c.name from companies c
    where c.organisation_id = ${ctx.organisationId} and c.id = any(${[...input.companyIds]}::bigint[])
      ${andInReach(ctx, 'c')}`;
  return rows.map(({ id, name }) => ({ id: Number(id), name }));
}

/** How many match: whole totals are kept in slots, filtered ones are counted. */
export async function countCompanies(ctx: Context, input: Matching): Promise<number> {
  const sql = sqlClient();
  const { status } = input;
  const [row] = isNarrowed(ctx, input)
    ? await sql`select count(*) as count from companies c where ${matchingCompanies(ctx, input)}`
    : await sql`select coalesce(sum(count), 0) as count from company_counts
        where organisation_id = ${ctx.organisationId}
        ${status === 'all' ? sql`` : sql`and archived = ${status === 'archived'}`}`;
  return Number(row?.count ?? 0);
}

/** `also`: columns beside a company's own. */
function companyRows<Also = unknown>(
  ctx: Context,
  part: { where: Fragment; order: Fragment; limit: number; also?: Fragment },
) {
  const sql = sqlClient();
  return sql<(CompanyRow & Also)[]>`
    select c.id, c.uuid, c.organisation_id, c.number, c.company_code, c.name, c.name_key, c.tag_list, c.integration,
      c.integration_category, c.sync_from, c.models_enabled, c.created_at, c.updated_at, c.last_activity_at, c.archived_at,
      to_char(c.last_synced_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as last_synced_key,
      exists (
        select 1 from syncs s where s.company_id = c.id and s.job_type = 'PULL' and s.status in ('QUEUED', 'RUNNING')
      ) as has_active_sync,
      l.id as link_id, l.status as link_status, l.expires_at as link_expires_at, l.opened_count as link_opened_count,
      x.integration as connection_integration, x.category as connection_category, x.entity_id, x.entity_name, x.status,
      x.status_since, x.sync_state, x.sync_resume_at, x.last_synced_at, x.failure, x.failure_since, x.paused_at, x.paused_by, x.paused_door, x.variables,
      x.created_at as connection_created_at, x.updated_at as connection_updated_at
      ${part.also ?? sql``}
    from companies c
    left join connections x on x.company_id = c.id
    left join lateral (
      select i.id, i.status, i.expires_at, i.opened_count from invite_links i where i.company_id = c.id
      order by (i.status <> 'REVOKED') desc, i.created_at desc limit 1
    ) l on true
    where c.organisation_id = ${ctx.organisationId} ${andInReach(ctx, 'c')} and ${part.where}
    order by ${part.order}
    limit ${part.limit}`;
}

const sortKey = { id: 'id', name: 'name_key', lastSyncedAt: 'last_synced_key' } as const;

/** Where a page begins in an order, and the order. */
interface Stretch {
  place: Fragment;
  order: Fragment;
  limit: number;
}

/**
 * So many rows of an order are looked through for those that match. What is rare, or comes late in the order, is gathered
 * by the index of what it is found by and then sorted. The planner can't be left to choose: it takes for granted that what
 * matches is spread evenly, and looked through 750,000 names for the first company named "Orchard".
 */
const walkedRows = 5_000;

/** The rows of a stretch that match. */
async function rowsOf(ctx: Context, input: ListCompaniesInput, { place, order, limit }: Stretch) {
  const sql = sqlClient();
  const all = sql`${ofStatus(ctx, input)} and ${place}`;
  if (!isNarrowed(ctx, input)) return companyRows(ctx, { where: all, order, limit });
  const where = narrowed(ctx, input);
  const among = (some: Fragment, wanted: Fragment) => {
    const ids = sql`select c.id from (${some}) c where ${wanted} order by ${order} limit ${limit}`;
    return companyRows(ctx, { where: sql`c.id = any(array(${ids}))`, order, limit });
  };
  const walked = await among(sql`select * from companies c where ${all} order by ${order} limit ${walkedRows}`, where);
  if (walked.length === limit) return walked;
  // The offset keeps the planner from walking again.
  return among(
    sql`select c.id, c.name_key, c.last_synced_at from companies c where ${all} and ${where} offset 0`,
    sql`true`,
  );
}

const isDescending = ({ direction = 'desc' }: ListCompaniesInput): boolean => direction === 'desc';

/** The rows behind a cursor, by id or by name. */
function byKey(ctx: Context, sort: 'id' | 'name', input: ListCompaniesInput) {
  const sql = sqlClient();
  const { cursor, limit } = input;
  const than = isDescending(input) ? sql`<` : sql`>`;
  const direction = isDescending(input) ? sql`desc` : sql`asc`;
  const byName = sort === 'name';
  const behind = byName
    ? sql`(c.name_key, c.id) ${than} (${cursor?.value ?? ''}, ${cursor?.id ?? 0})`
    : sql`c.id ${than} ${cursor?.id ?? 0}`;
  return rowsOf(ctx, input, {
    place: cursor ? behind : sql`true`,
    order: byName ? sql`c.name_key ${direction}, c.id ${direction}` : sql`c.id ${direction}`,
    limit,
  });
}

/**
 * The rows behind a cursor, by when they were synced last; those that never were stand last either way. Two reads, so
 * that each goes along the index from its place: one over both would sort all that match.
 */
async function bySyncTime(ctx: Context, input: ListCompaniesInput) {
  const sql = sqlClient();
  const { cursor, limit } = input;
  const than = isDescending(input) ? sql`<` : sql`>`;
  const direction = isDescending(input) ? sql`desc` : sql`asc`;
  const isPastSynced = cursor !== undefined && !cursor.value;
  const synced = isPastSynced
    ? []
    : await rowsOf(ctx, input, {
        place: sql`c.last_synced_at is not null
          ${cursor ? sql`and (c.last_synced_at, c.id) ${than} (${cursor.value ?? null}::timestamptz, ${cursor.id})` : sql``}`,
        order: sql`c.last_synced_at ${direction}, c.id ${direction}`,
        limit,
      });
  if (synced.length === limit) return synced;
  const never = await rowsOf(ctx, input, {
    place: sql`c.last_synced_at is null ${isPastSynced ? sql`and c.id ${than} ${cursor.id}` : sql``}`,
    order: sql`c.id ${direction}`,
    limit: limit - synced.length,
  });
  return [...synced, ...never];
}
