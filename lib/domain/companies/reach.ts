import { and, type Column, eq, inArray, type SQL } from 'drizzle-orm';
import type postgres from 'postgres';
import { db, sqlClient } from '../../../db/client.ts';
import { companies } from '../../../db/schema/companies.ts';
import type { Context } from '../../context.ts';

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/**
 * The end of a condition on `companies`, under the alias it has in the statement: `and` it is within reach. Nothing for
 * the whole organisation, whose statements stay as they were.
 */
export function andInReach({ reach }: Context, alias: string): Fragment {
  const sql = sqlClient();
  switch (reach.kind) {
    case 'organisation':
      return sql``;
    case 'companies':
      return sql`and ${sql(`${alias}.id`)} = any(${[...reach.companyIds]}::bigint[])`;
    case 'chains':
      return sql`and ${sql(`${alias}.chain_id`)} = any(${[...reach.chainIds]}::uuid[])`;
  }
}

/** The same where a statement has no more of the company than a column that names it. */
export function andNamedInReach(ctx: Context, column: string): Fragment {
  const sql = sqlClient();
  if (ctx.reach.kind === 'organisation') return sql``;
  return sql`and ${sql(column)} in (
    select within.id from companies within
    where within.organisation_id = ${ctx.organisationId} ${andInReach(ctx, 'within')})`;
}

/** The same for a Drizzle statement; undefined for the whole organisation, which `and()` leaves out. */
export function inReach(ctx: Context, companyId: Column): SQL | undefined {
  const { reach, organisationId } = ctx;
  switch (reach.kind) {
    case 'organisation':
      return undefined;
    case 'companies':
      return inArray(companyId, [...reach.companyIds]);
    case 'chains': {
      const ofChains = and(
        eq(companies.organisationId, organisationId),
        inArray(companies.chainId, [...reach.chainIds]),
      );
      return inArray(companyId, db().select({ id: companies.id }).from(companies).where(ofChains));
    }
  }
}

/** The same Context limited to one of the chains it reaches. */
export function withinChain(ctx: Context, chainId: string): Context {
  const isReached = ctx.reach.kind === 'chains' && ctx.reach.chainIds.includes(chainId);
  if (!isReached) throw new Error('A Context is only ever limited to a chain that it reaches');
  return { ...ctx, reach: { kind: 'chains', chainIds: [chainId] } };
}
