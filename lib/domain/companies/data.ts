import type postgres from 'postgres';
import { sqlClient } from '../../../db/client.ts';
import type { ConnectionStatus } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';
import type { ModelConfigEntry } from '../sync-config/model-config.ts';
import { companyConfigs, type StoredConfigsRow, storedConfigsHead } from '../sync-config/stored-configs.ts';
import { type CompanyRow, companyView } from './company-view.ts';
import { nameKey } from './name-key.ts';
import { andInReach } from './reach.ts';
import type { CompanyView, ListCompaniesInput } from './schema.ts';
import { tagKeys } from './tags.ts';

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
  const descending = (input.direction ?? 'desc') === 'desc';
  const filter = matchingCompanies(ctx, input);
  const part = { filter, cursor: input.cursor, descending, limit: input.limit + 1 };
  const rows = sort === 'lastSyncedAt' ? await bySyncTime(ctx, part) : await byKey(ctx, sort, part);
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

/** What makes a list smaller than its status does. */
const narrowing = [
  'search',
  'connectionStatus',
  'integration',
  'integrationCategory',
  'syncState',
  'tags',
  'defaultCurrency',
  'defaultSubsidiaryId',
  'defaultTaxRateId',
  'defaultDocumentTypeId',
  'chainId',
] as const;

/** How many match: whole totals are kept in slots, filtered ones are counted. */
export async function countCompanies(ctx: Context, input: Omit<ListCompaniesInput, 'limit'>): Promise<number> {
  const sql = sqlClient();
  const { status } = input;
  const filtered = ctx.reach.kind !== 'organisation' || narrowing.some((name) => input[name]);
  const [row] = filtered
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

/** What a list asks for, without its place, as a condition on `companies c`. */
export function matchingCompanies(ctx: Context, input: Omit<ListCompaniesInput, 'limit'>): Fragment {
  const sql = sqlClient();
  const status = input.status ?? 'active';
  const conditions: Fragment[] = [sql`c.organisation_id = ${ctx.organisationId} ${andInReach(ctx, 'c')}`];
  if (status === 'active') conditions.push(sql`c.archived_at is null`);
  if (status === 'archived') conditions.push(sql`c.archived_at is not null`);
  if (input.search?.trim()) conditions.push(searching(input.search.trim()));
  if (input.connectionStatus) conditions.push(withConnectionStatus(input.connectionStatus));
  if (input.integration) conditions.push(sql`c.integration = any(${[...input.integration]}::text[])`);
  if (input.integrationCategory) conditions.push(sql`c.integration_category = ${input.integrationCategory}`);
  if (input.tags) conditions.push(sql`c.tag_keys && ${tagKeys(input.tags)}::text[]`);
  if (input.defaultCurrency) conditions.push(sql`c.default_currency = any(${[...input.defaultCurrency]}::text[])`);
  if (input.defaultSubsidiaryId) {
    conditions.push(sql`c.default_subsidiary_id = any(${[...input.defaultSubsidiaryId]}::bigint[])`);
  }
  if (input.defaultTaxRateId) {
    conditions.push(sql`c.default_tax_rate_id = any(${[...input.defaultTaxRateId]}::bigint[])`);
  }
  if (input.defaultDocumentTypeId) {
    conditions.push(sql`c.id in (
      select p.company_id from company_profiles p
      where p.default_document_type_id = any(${[...input.defaultDocumentTypeId]}::bigint[]))`);
  }
  if (input.chainId) conditions.push(sql`c.chain_id = any(${[...input.chainId]}::uuid[])`);
  if (input.syncState === 'IDLE') conditions.push(sql`c.sync_state = 'IDLE'`);
  if (input.syncState === 'SYNCING') conditions.push(sql`c.sync_state <> 'IDLE'`);
  return conditions.reduce((all, one) => sql`${all} and ${one}`);
}

function withConnectionStatus(wanted: readonly (ConnectionStatus | null)[]): Fragment {
  const sql = sqlClient();
  const named = wanted.filter((status) => status !== null);
  const never = wanted.includes(null) ? sql`or c.connection_status is null` : sql``;
  return sql`(c.connection_status = any(${named}::text[]) ${never})`;
}

function searching(search: string): Fragment {
  const sql = sqlClient();
  const pattern = `%${nameKey(search).replace(/[\\%_]/g, '\\$&')}%`;
  const isId = /^[1-9]\d{0,15}$/.test(search);
  return isId ? sql`(c.name_key like ${pattern} or c.id = ${Number(search)})` : sql`c.name_key like ${pattern}`;
}

const sortKey = { id: 'id', name: 'name_key', lastSyncedAt: 'last_synced_key' } as const;

interface Part {
  filter: Fragment;
  cursor: ListCompaniesInput['cursor'];
  descending: boolean;
  limit: number;
}

/** The rows behind a cursor, by id or by name. */
function byKey(ctx: Context, sort: 'id' | 'name', { filter, cursor, descending, limit }: Part) {
  const sql = sqlClient();
  const than = descending ? sql`<` : sql`>`;
  const direction = descending ? sql`desc` : sql`asc`;
  const byName = sort === 'name';
  const place = byName
    ? sql`(c.name_key, c.id) ${than} (${cursor?.value ?? ''}, ${cursor?.id ?? 0})`
    : sql`c.id ${than} ${cursor?.id ?? 0}`;
  return companyRows(ctx, {
    where: cursor ? sql`${filter} and ${place}` : filter,
    order: byName ? sql`c.name_key ${direction}, c.id ${direction}` : sql`c.id ${direction}`,
    limit,
  });
}

/**
 * The rows behind a cursor, by when they were synced last; those that never were stand last either way. Two reads, so
 * that each goes along the index from its place: one over both would sort all that match.
 */
async function bySyncTime(ctx: Context, { filter, cursor, descending, limit }: Part) {
  const sql = sqlClient();
  const than = descending ? sql`<` : sql`>`;
  const direction = descending ? sql`desc` : sql`asc`;
  const isPastSynced = cursor !== undefined && !cursor.value;
  const synced = isPastSynced
    ? []
    : await companyRows(ctx, {
        where: sql`${filter} and c.last_synced_at is not null
          ${cursor ? sql`and (c.last_synced_at, c.id) ${than} (${cursor.value ?? null}::timestamptz, ${cursor.id})` : sql``}`,
        order: sql`c.last_synced_at ${direction}, c.id ${direction}`,
        limit,
      });
  if (synced.length === limit) return synced;
  const never = await companyRows(ctx, {
    where: sql`${filter} and c.last_synced_at is null ${isPastSynced ? sql`and c.id ${than} ${cursor.id}` : sql``}`,
    order: sql`c.id ${direction}`,
    limit: limit - synced.length,
  });
  return [...synced, ...never];
}
