import { type Sql, sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { type CompanyFilter, checkFilter } from './company-filter.ts';
import { type Fragment, filterSql, zoneOf } from './company-filter-sql.ts';
import type { CompanyProfile } from './profile-view.ts';
import { companyProfilesOf } from './profiles.ts';
import { andInReach } from './reach.ts';

export const companySortFields = ['id', 'name', 'companyCode', 'createdAt', 'lastActivityAt'] as const;

export interface CompanyOrder {
  field: (typeof companySortFields)[number];
  descending: boolean;
}

export interface CompanyPageInput {
  filter?: CompanyFilter;
  /** Default: newest id first. What is equal goes by id, in the direction of the first. */
  sort?: readonly CompanyOrder[];
  /** From 1. */
  page: number;
  size: number;
}

export interface NumberedPage {
  companies: CompanyProfile[];
  /** All that match, archived or not. */
  total: number;
}

/** Up to so many matches are put together and sorted; more are walked in the order of an index, filtering on the way. */
const gatherUpTo = 20_000;

/**
 * A numbered page of companies within reach, archived ones too. The walk to a page touches an index alone and begins at
 * the nearer end; total and page are of one moment. Throws invalid for a filter that can't be read.
 */
export async function companyPage(ctx: Context, input: CompanyPageInput): Promise<NumberedPage> {
  const { filter } = input;
  if (filter) checkFilter(filter);
  const condition = filter && filterSql(ctx, filter, await zoneOf(ctx, filter));
  const kept = ctx.reach.kind === 'organisation' ? keptCount(filter) : null;
  const { ids, total } = await sqlClient().begin('isolation level repeatable read read only', async (tx) => {
    const total = kept ? await sumKept(tx, ctx, kept) : await countMatching(tx, ctx, condition);
    const isFew = kept === null && total <= gatherUpTo;
    return { total, ids: await pageIds(tx, ctx, { ...input, condition, total, isFew }) };
  });
  return { companies: await companyProfilesOf(ctx, ids), total };
}

type ReadTx = Parameters<Parameters<Sql['begin']>[1]>[0];

const withinSql = (ctx: Context, condition: Fragment | undefined): Fragment => {
  const sql = sqlClient();
  return sql`c.organisation_id = ${ctx.organisationId} ${andInReach(ctx, 'c')} ${condition ? sql`and ${condition}` : sql``}`;
};

async function sumKept(tx: ReadTx, ctx: Context, archived: readonly boolean[]): Promise<number> {
  const [row] = await tx`
    select coalesce(sum(count), 0) as count from company_counts
    where organisation_id = ${ctx.organisationId} and archived::text = any(${archived.map(String)}::text[])`;
  return Number(row?.count);
}

async function countMatching(tx: ReadTx, ctx: Context, condition: Fragment | undefined): Promise<number> {
  const [row] = await tx`select count(*) as count from companies c where ${withinSql(ctx, condition)}`;
  return Number(row?.count);
}

/** Which of the kept counts, of live and archived companies, a filter asks for; null when it must be counted. */
function keptCount(filter: CompanyFilter | undefined): boolean[] | null {
  if (!filter) return [false, true];
  if ('all' in filter) {
    const [only, ...more] = filter.all;
    return only && more.length === 0 ? keptCount(only) : null;
  }
  if (!('field' in filter) || filter.field !== 'status' || filter.values.includes(null)) return null;
  return [false, true].filter((archived) => filter.values.includes(archived ? '2' : '1') === (filter.op === 'eq'));
}

interface PageIds extends CompanyPageInput {
  condition: Fragment | undefined;
  total: number;
  /** Few enough to be gathered. */
  isFew: boolean;
}

async function pageIds(tx: ReadTx, ctx: Context, input: PageIds): Promise<number[]> {
  const { condition, total } = input;
  const offset = (input.page - 1) * input.size;
  const limit = Math.min(input.size, total - offset);
  if (limit <= 0) return [];
  const fromEnd = total - offset - limit;
  const backwards = fromEnd < offset;
  const part = { order: orderSql(input.sort ?? [], backwards), limit, offset: backwards ? fromEnd : offset };
  const rows = await (input.isFew ? gather(tx, ctx, condition, part) : walk(tx, ctx, condition, part));
  const ids = rows.map((row) => Number(row.id));
  return backwards ? ids.reverse() : ids;
}

interface Part {
  order: Fragment;
  limit: number;
  offset: number;
}

const walk = (tx: ReadTx, ctx: Context, condition: Fragment | undefined, part: Part) => tx<{ id: string }[]>`
  select c.id from companies c where ${withinSql(ctx, condition)}
  order by ${part.order} offset ${part.offset} limit ${part.limit}`;

/** Materialised, so that the search for matches is planned for all of them and not for the first few. */
const gather = (tx: ReadTx, ctx: Context, condition: Fragment | undefined, part: Part) => tx<{ id: string }[]>`
  with matches as materialized (
    select c.id, c.name_key, c.company_code, c.created_at, c.last_activity_at from companies c
    where ${withinSql(ctx, condition)}
  )
  select c.id from matches c order by ${part.order} offset ${part.offset} limit ${part.limit}`;

const sortColumns = {
  id: 'c.id',
  name: 'c.name_key',
  companyCode: 'c.company_code',
  createdAt: 'c.created_at',
  lastActivityAt: 'c.last_activity_at',
} as const;

function orderSql(given: readonly CompanyOrder[], backwards: boolean): Fragment {
  const sql = sqlClient();
  const keys = upToUnique(given);
  const parts = keys.map(({ field, descending }) =>
    descending === backwards ? sql`${sql(sortColumns[field])} asc` : sql`${sql(sortColumns[field])} desc`,
  );
  return parts.reduce((all, one) => sql`${all}, ${one}`);
}

/** The keys as far as they decide, and the id where none of them does. */
function upToUnique(given: readonly CompanyOrder[]): [CompanyOrder, ...CompanyOrder[]] {
  const end = given.findIndex(({ field }) => field === 'id' || field === 'companyCode');
  const [first, ...rest] = end === -1 ? given : given.slice(0, end + 1);
  if (!first) return [{ field: 'id', descending: true }];
  return end === -1 ? [first, ...rest, { field: 'id', descending: first.descending }] : [first, ...rest];
}
