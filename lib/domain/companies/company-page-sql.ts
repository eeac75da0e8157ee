import { sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import type { Fragment } from './company-filter-sql.ts';
import { andInReach } from './reach.ts';

export const companySortFields = ['id', 'name', 'companyCode', 'createdAt', 'lastActivityAt'] as const;

export interface CompanyOrder {
  field: (typeof companySortFields)[number];
  descending: boolean;
}

/** Which rows of an ordered list. */
export interface Part {
  order: Fragment;
  limit: number;
  offset: number;
}

const within = (ctx: Context, condition: Fragment | undefined): Fragment => {
  const sql = sqlClient();
  return sql`c.organisation_id = ${ctx.organisationId} ${andInReach(ctx, 'c')} ${condition ? sql`and ${condition}` : sql``}`;
};

/** How many companies match. */
export const countSql = (ctx: Context, condition: Fragment | undefined): Fragment => sqlClient()`
  select count(*) as count from companies c where ${within(ctx, condition)}`;

/** The ids of a part in the order of an index, filtering on the way. */
export const walkSql = (ctx: Context, condition: Fragment | undefined, part: Part): Fragment => sqlClient()`
  select c.id from companies c where ${within(ctx, condition)}
  order by ${part.order} offset ${part.offset} limit ${part.limit}`;

/**
 * The ids of a part, put together first and sorted then. Materialised, so that the search for matches is planned for all
 * of them and not for the first few.
 */
export const gatherSql = (ctx: Context, condition: Fragment | undefined, part: Part): Fragment => sqlClient()`
  with matches as materialized (
    select c.id, c.name_key, c.company_code, c.created_at, c.last_activity_at from companies c
    where ${within(ctx, condition)}
  )
  select c.id from matches c order by ${part.order} offset ${part.offset} limit ${part.limit}`;

const sortColumns = {
  id: 'c.id',
  name: 'c.name_key',
  companyCode: 'c.company_code',
  createdAt: 'c.created_at',
  lastActivityAt: 'c.last_activity_at',
} as const;

/** The keys of a sort, forwards or backwards; what they leave equal goes by id. */
export function orderSql(given: readonly CompanyOrder[], backwards: boolean): Fragment {
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
