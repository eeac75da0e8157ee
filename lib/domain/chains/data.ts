import { asc, desc, eq } from 'drizzle-orm';
import { db, sqlClient } from '../../../db/client.ts';
import { chains } from '../../../db/schema/organisations.ts';
import type { Context } from '../../context.ts';
import type { ChainUse, ChainView } from './schema.ts';

/** The chains within reach, the default one first, then by name. */
export async function listChains(ctx: Context): Promise<ChainView[]> {
  const rows = await db()
    .select({
      id: chains.id,
      name: chains.name,
      isDefault: chains.isDefault,
      lastNumber: chains.lastNumber,
      createdAt: chains.createdAt,
    })
    .from(chains)
    .where(eq(chains.organisationId, ctx.organisationId))
    .orderBy(desc(chains.isDefault), asc(chains.name), asc(chains.id));
  const { reach } = ctx;
  return reach.kind === 'chains' ? rows.filter(({ id }) => reach.chainIds.includes(id)) : rows;
}

/** What stands in the way of removing a chain, by its id: how many companies it has and how many tokens reach it. */
export async function chainUses(ctx: Context): Promise<Map<string, ChainUse>> {
  const rows = await sqlClient()<(ChainUse & { id: string })[]>`
    select c.id,
      (select count(*)::int from companies co where co.chain_id = c.id) as companies,
      (select count(*)::int from access_token_chains a join access_tokens t on t.id = a.access_token_id
        where a.chain_id = c.id and t.revoked_at is null and (t.expires_at is null or t.expires_at > ${ctx.now})) as tokens
    from chains c
    where c.organisation_id = ${ctx.organisationId}`;
  return new Map(rows.map(({ id, companies, tokens }) => [id, { companies, tokens }]));
}
