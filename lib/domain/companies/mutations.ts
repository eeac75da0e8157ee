import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { companies, inviteLinks } from '../../../db/schema/companies.ts';
import type { Integration, IntegrationCategory } from '../../../db/schema/enums.ts';
import { chains } from '../../../db/schema/organisations.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { conflict, notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { closeConnection, refuseWhileSyncing } from '../connections/close-connection.ts';
import { publishIntegrationEvent } from '../webhooks/company-events.ts';
import { nextCompanyCode } from './company-code.ts';
import { nameKey } from './name-key.ts';
import { inReach } from './reach.ts';
import type { RenameCompanyInput } from './schema.ts';

export interface NewCompany {
  name: string;
  integration: Integration | null;
  integrationCategory: IntegrationCategory | null;
  syncFrom: Date | null;
}

/** Makes a company with everything it has from birth: uuid, chain, number and company code. For other mutations. */
export async function insertCompany(tx: Tx, ctx: Context, input: NewCompany): Promise<{ id: number }> {
  const code = await nextCompanyCode(tx, ctx.organisationId, input.name);
  const [chain] = await tx
    .update(chains)
    .set({ lastNumber: sql`${chains.lastNumber} + 1` })
    .where(and(eq(chains.organisationId, ctx.organisationId), eq(chains.isDefault, true)))
    .returning({ id: chains.id, number: chains.lastNumber });
  if (!chain) throw new Error(`Organisation ${ctx.organisationId} has no default chain`);
  const [company] = await tx
    .insert(companies)
    .values({
      organisationId: ctx.organisationId,
      chainId: chain.id,
      number: chain.number,
      companyCode: code,
      name: input.name,
      nameKey: nameKey(input.name),
      integration: input.integration,
      integrationCategory: input.integrationCategory,
      syncFrom: input.syncFrom,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      lastActivityAt: ctx.now,
    })
    .returning({ id: companies.id });
  if (!company) throw new Error('The company was not stored');
  return company;
}

/** Gives a company another name. Throws not-found. */
export async function renameCompany(ctx: Context, input: RenameCompanyInput): Promise<void> {
  requirePermission(ctx, 'companies.write');
  await db().transaction(async (tx) => {
    const before = await lockCompany(tx, ctx, input.companyId);
    await tx
      .update(companies)
      .set({ name: input.name, nameKey: nameKey(input.name), updatedAt: ctx.now, lastActivityAt: ctx.now })
      .where(eq(companies.id, input.companyId));
    await recordAudit(tx, ctx, {
      action: 'company.renamed',
      companyId: input.companyId,
      before: { name: before.name },
      after: { name: input.name },
    });
  });
}

/**
 * Archives a company with its invite link and connection; the credentials are erased. Throws not-found, and conflict
 * while a sync is running.
 */
export async function archiveCompany(ctx: Context, input: { companyId: number }): Promise<void> {
  requirePermission(ctx, 'companies.write');
  await db().transaction(async (tx) => {
    await lockCompany(tx, ctx, input.companyId);
    await refuseWhileSyncing(tx, input.companyId);
    await closeConnection(tx, ctx, input.companyId);
    await tx
      .update(inviteLinks)
      .set({ status: 'REVOKED', revokedByArchive: true, updatedAt: ctx.now })
      .where(and(eq(inviteLinks.companyId, input.companyId), sql`${inviteLinks.status} <> 'REVOKED'`));
    await tx
      .update(companies)
      .set({ archivedAt: ctx.now, updatedAt: ctx.now, lastActivityAt: ctx.now })
      .where(eq(companies.id, input.companyId));
    await recordAudit(tx, ctx, { action: 'company.archived', companyId: input.companyId });
    await publishIntegrationEvent(tx, ctx, { companyId: input.companyId, topic: 'ARCHIVED' });
  });
}

/**
 * Brings back what archiving took, without credentials: the connection is DISCONNECTED and the link works again.
 * Throws not-found, and conflict when the company is not archived.
 */
export async function restoreCompany(ctx: Context, input: { companyId: number }): Promise<void> {
  requirePermission(ctx, 'companies.write');
  await db().transaction(async (tx) => {
    const [company] = await tx
      .select({ archivedAt: companies.archivedAt })
      .from(companies)
      .where(ours(ctx, input.companyId))
      .for('update');
    if (!company) throw notFound('Company');
    if (!company.archivedAt) throw conflict('The company is not archived');
    await tx
      .update(companies)
      .set({ archivedAt: null, updatedAt: ctx.now, lastActivityAt: ctx.now })
      .where(and(eq(companies.id, input.companyId), isNotNull(companies.archivedAt)));
    await tx
      .update(inviteLinks)
      .set({ status: 'PENDING', revokedByArchive: false, updatedAt: ctx.now })
      .where(and(eq(inviteLinks.companyId, input.companyId), eq(inviteLinks.revokedByArchive, true)));
    await recordAudit(tx, ctx, { action: 'company.restored', companyId: input.companyId });
    await publishIntegrationEvent(tx, ctx, { companyId: input.companyId, topic: 'RESTORED' });
  });
}

/** Locks a live company within reach until the transaction ends. Throws not-found. */
export async function lockCompany(tx: Tx, ctx: Context, companyId: number): Promise<{ name: string }> {
  const [company] = await tx
    .select({ name: companies.name })
    .from(companies)
    .where(and(ours(ctx, companyId), isNull(companies.archivedAt)))
    // Not 'update': inserts that name the company, such as a running sync's pages, must not wait for it.
    .for('no key update');
  if (!company) throw notFound('Company');
  return company;
}

const ours = (ctx: Context, companyId: number) =>
  and(eq(companies.organisationId, ctx.organisationId), eq(companies.id, companyId), inReach(ctx, companies.id));
