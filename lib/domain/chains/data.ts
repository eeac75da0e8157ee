import { asc, desc, eq } from 'drizzle-orm';
import { db } from '../../../db/client.ts';
import { chains } from '../../../db/schema/organisations.ts';
import type { Context } from '../../context.ts';
import type { ChainView } from './schema.ts';

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
