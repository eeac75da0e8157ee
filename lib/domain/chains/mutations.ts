import { and, count, eq, gt, isNull, or } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { accessTokenChains, accessTokens } from '../../../db/schema/access-tokens.ts';
import { companies } from '../../../db/schema/companies.ts';
import { chains } from '../../../db/schema/organisations.ts';
import { requireSettings } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { conflict, notFound } from '../../errors.ts';
import { formatCount } from '../../format/number.ts';
import { recordAudit } from '../audit/mutations.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import {
  type CreateChainInput,
  createChainInput,
  type DeleteChainInput,
  type RenameChainInput,
  renameChainInput,
} from './schema.ts';

/** Makes a chain. Throws invalid. */
export async function createChain(ctx: Context, given: CreateChainInput): Promise<{ id: string }> {
  requireSettings(ctx);
  const { name } = checkedInput(createChainInput, given);
  return db().transaction(async (tx) => {
    const [made] = await tx
      .insert(chains)
      .values({ organisationId: ctx.organisationId, name, createdAt: ctx.now })
      .returning({ id: chains.id });
    if (!made) throw new Error('The chain was not stored');
    await recordAudit(tx, ctx, { action: 'chain.created', subjectId: made.id, after: { name } });
    return made;
  });
}

/** Gives a chain another name. Throws not-found, invalid. */
export async function renameChain(ctx: Context, given: RenameChainInput): Promise<void> {
  requireSettings(ctx);
  const { chainId, name } = checkedInput(renameChainInput, given);
  await db().transaction(async (tx) => {
    const before = await lockChain(tx, ctx, chainId);
    if (before.name === name) return;
    await tx.update(chains).set({ name }).where(eq(chains.id, chainId));
    await recordAudit(tx, ctx, {
      action: 'chain.renamed',
      subjectId: chainId,
      before: { name: before.name },
      after: { name },
    });
  });
}

/**
 * Removes a chain without companies. Throws not-found, and conflict for the default one and for one that has companies,
 * archived ones among them, or tokens that still work.
 */
export async function deleteChain(ctx: Context, { chainId }: DeleteChainInput): Promise<void> {
  requireSettings(ctx);
  await db().transaction(async (tx) => {
    const { name, isDefault } = await lockChain(tx, ctx, chainId);
    if (isDefault) throw conflict('New companies belong to the default chain; it stays');
    const [has] = await tx.select({ companies: count() }).from(companies).where(eq(companies.chainId, chainId));
    if (has?.companies) {
      const many = formatCount(has.companies, 'company', 'companies');
      throw conflict(`The chain has ${many}, archived ones included, and a company never changes its chain`);
    }
    const tokens = await workingTokens(tx, ctx, chainId);
    if (tokens > 0) {
      const many = formatCount(tokens, 'access token reaches', 'access tokens reach');
      throw conflict(`${many} this chain; revoke ${tokens === 1 ? 'it' : 'them'} first`);
    }
    await tx.delete(accessTokenChains).where(eq(accessTokenChains.chainId, chainId));
    await tx.delete(chains).where(eq(chains.id, chainId));
    await recordAudit(tx, ctx, { action: 'chain.deleted', subjectId: chainId, before: { name } });
  });
}

async function workingTokens(tx: Tx, ctx: Context, chainId: string): Promise<number> {
  const [row] = await tx
    .select({ tokens: count() })
    .from(accessTokenChains)
    .innerJoin(accessTokens, eq(accessTokens.id, accessTokenChains.accessTokenId))
    .where(
      and(
        eq(accessTokenChains.chainId, chainId),
        isNull(accessTokens.revokedAt),
        or(isNull(accessTokens.expiresAt), gt(accessTokens.expiresAt, ctx.now)),
      ),
    );
  return row?.tokens ?? 0;
}

async function lockChain(tx: Tx, ctx: Context, chainId: string) {
  const [chain] = await tx
    .select({ name: chains.name, isDefault: chains.isDefault })
    .from(chains)
    .where(and(eq(chains.organisationId, ctx.organisationId), eq(chains.id, chainId)))
    .for('update');
  if (!chain) throw notFound('Chain');
  return chain;
}
