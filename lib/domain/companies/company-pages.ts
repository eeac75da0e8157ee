import type { Context } from '../../context.ts';
import { type CompanyFilter, checkFilter } from './company-filter.ts';
import { type Fragment, filterSql, zoneOf } from './company-filter-sql.ts';
import { type CompanyOrder, countSql, gatherSql, orderSql, walkSql } from './company-page-sql.ts';
import { plannedAnew, type ReadTx } from './planned-anew.ts';
import type { CompanyProfile } from './profile-view.ts';
import { companyProfilesOf } from './profiles.ts';

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
  const { ids, total } = await plannedAnew(async (tx) => {
    const total = kept ? await sumKept(tx, ctx, kept) : await countMatching(tx, countSql(ctx, condition));
    const isFew = kept === null && total <= gatherUpTo;
    return { total, ids: await pageIds(tx, ctx, { ...input, condition, total, isFew }) };
  });
  return { companies: await companyProfilesOf(ctx, ids), total };
}

async function sumKept(tx: ReadTx, ctx: Context, archived: readonly boolean[]): Promise<number> {
  const [row] = await tx`
    select coalesce(sum(count), 0) as count from company_counts
    where organisation_id = ${ctx.organisationId} and archived::text = any(${archived.map(String)}::text[])`;
  return Number(row?.count);
}

async function countMatching(tx: ReadTx, statement: Fragment): Promise<number> {
  const [row] = await tx`${statement}`;
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
  const statement = input.isFew ? gatherSql(ctx, condition, part) : walkSql(ctx, condition, part);
  const rows = await tx`${statement}`;
  const ids = rows.map((row) => Number(row.id));
  return backwards ? ids.reverse() : ids;
}
