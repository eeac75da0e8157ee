import { randomUUID } from 'node:crypto';
import { and, eq, ne, type SQL, sql } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { companies, inviteLinks, type RequestedModelConfig } from '../../../db/schema/companies.ts';
import { connections } from '../../../db/schema/connections.ts';
import { categoryOfIntegration, type Integration, type IntegrationCategory } from '../../../db/schema/enums.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { conflict, invalid, notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { insertCompany, lockCompany } from '../companies/mutations.ts';
import { nameKey } from '../companies/name-key.ts';
import { availablePlatform } from '../connections/available.ts';
import { moveCompanySyncFrom } from '../sync-config/mutations.ts';
import { getInviteLink } from './data.ts';
import type { CreateInviteLinkInput, InviteLinkView, UpdateInviteLinkInput } from './schema.ts';

/**
 * Makes a link, and with a company name the company it is for, in one transaction. Throws invalid for a platform that
 * is not available here or does not fit the category, not-found for an unknown company, conflict for a second live link.
 */
export async function createInviteLink(ctx: Context, input: CreateInviteLinkInput): Promise<InviteLinkView> {
  requirePermission(ctx, 'invite-links.write');
  const target = platformOf(input);
  if (input.expiresAt && input.expiresAt <= ctx.now) {
    throw invalid({ path: 'expiresAt', message: 'must lie in the future' });
  }
  const id = randomUUID();
  await db().transaction(async (tx) => {
    const companyId = await companyOf(tx, ctx, input, target);
    await tx.insert(inviteLinks).values({
      id,
      organisationId: ctx.organisationId,
      companyId,
      integration: target.integration,
      integrationCategory: target.integrationCategory,
      syncFrom: input.syncFrom ?? null,
      syncConfig: input.syncConfig?.map(storedConfig) ?? [],
      redirectUrl: input.redirectUrl ?? null,
      expiresAt: input.expiresAt ?? null,
      status: 'PENDING',
      createdAt: ctx.now,
      updatedAt: ctx.now,
    });
    await recordAudit(tx, ctx, {
      action: 'invite-link.created',
      companyId,
      subjectId: id,
      after: { integration: target.integration, integrationCategory: target.integrationCategory },
    });
  });
  return getInviteLink(ctx, { inviteLinkId: id });
}

interface Target {
  integration: Integration | null;
  integrationCategory: IntegrationCategory;
}

function platformOf(input: CreateInviteLinkInput): Target {
  const { integration, integrationCategory } = input;
  if (!integration) {
    if (!integrationCategory) throw invalid({ path: 'integration', message: 'is required, or integrationCategory' });
    return { integration: null, integrationCategory };
  }
  const category = categoryOfIntegration[integration];
  if (integrationCategory && integrationCategory !== category) {
    throw invalid({ path: 'integrationCategory', message: `does not fit ${integration}, which is ${category}` });
  }
  if (!availablePlatform(integration)) {
    throw invalid({ path: 'integration', message: `${integration} is not available in this installation` });
  }
  return { integration, integrationCategory: category };
}

/** The company a new link is for: a new one by name, or an existing one that has no live link. */
async function companyOf(tx: Tx, ctx: Context, input: CreateInviteLinkInput, target: Target): Promise<number> {
  if (input.companyId === undefined) {
    const company = await insertCompany(tx, ctx, {
      name: input.companyName ?? '',
      integration: target.integration,
      integrationCategory: target.integrationCategory,
      syncFrom: input.syncFrom ?? null,
    });
    await recordAudit(tx, ctx, {
      action: 'company.created',
      companyId: company.id,
      after: { name: input.companyName },
    });
    return company.id;
  }
  await lockCompany(tx, ctx, input.companyId);
  await refuseOtherPlatform(tx, input.companyId, target);
  await retireOrRefuse(tx, ctx, input.companyId);
  await tx
    .update(companies)
    .set({
      integrationCategory: target.integrationCategory,
      ...(target.integration ? { integration: target.integration } : {}),
      updatedAt: ctx.now,
    })
    .where(eq(companies.id, input.companyId));
  if (input.syncFrom) await moveCompanySyncFrom(tx, { companyId: input.companyId, syncFrom: input.syncFrom });
  return input.companyId;
}

/** A company that was connected keeps its platform: its records name that platform's ids. */
async function refuseOtherPlatform(tx: Tx, companyId: number, target: Target): Promise<void> {
  const [known] = await tx
    .select({ integration: connections.integration, category: connections.category })
    .from(connections)
    .where(eq(connections.companyId, companyId));
  if (!known) return;
  const fits = target.integration
    ? target.integration === known.integration
    : target.integrationCategory === known.category;
  if (!fits)
    throw invalid({ path: 'integration', message: `this company's records are those of ${known.integration}` });
}

/** An expired link makes room for a new one; a live one is a conflict. */
async function retireOrRefuse(tx: Tx, ctx: Context, companyId: number): Promise<void> {
  await tx
    .update(inviteLinks)
    .set({ status: 'REVOKED', updatedAt: ctx.now })
    .where(
      and(
        eq(inviteLinks.companyId, companyId),
        eq(inviteLinks.status, 'PENDING'),
        sql`${inviteLinks.expiresAt} <= ${ctx.now.toISOString()}::timestamptz`,
      ),
    );
  const [live] = await tx
    .select({ id: inviteLinks.id })
    .from(inviteLinks)
    .where(and(eq(inviteLinks.companyId, companyId), ne(inviteLinks.status, 'REVOKED')));
  if (live) throw conflict('The company has a live invite link already');
}

/** Changes a link that is not revoked. Throws not-found, conflict for a revoked one. */
export async function updateInviteLink(ctx: Context, input: UpdateInviteLinkInput): Promise<InviteLinkView> {
  requirePermission(ctx, 'invite-links.write');
  const before = await getInviteLink(ctx, { inviteLinkId: input.inviteLinkId });
  if (input.expiresAt && input.expiresAt <= ctx.now) {
    throw invalid({ path: 'expiresAt', message: 'must lie in the future' });
  }
  await db().transaction(async (tx) => {
    const changed = await tx
      .update(inviteLinks)
      .set({
        ...(input.syncFrom !== undefined ? { syncFrom: input.syncFrom } : {}),
        ...(input.syncConfig ? { syncConfig: input.syncConfig.map(storedConfig) } : {}),
        ...(input.expiresAt !== undefined ? { expiresAt: input.expiresAt } : {}),
        updatedAt: ctx.now,
      })
      .where(liveLink(ctx, input.inviteLinkId))
      .returning({ id: inviteLinks.id });
    if (changed.length === 0) throw conflict('The invite link is revoked');
    await tx
      .update(companies)
      .set({
        ...(input.companyName ? { name: input.companyName, nameKey: nameKey(input.companyName) } : {}),
        updatedAt: ctx.now,
      })
      .where(eq(companies.id, before.companyId));
    const { companyId } = before;
    if (input.syncFrom !== undefined) await moveCompanySyncFrom(tx, { companyId, syncFrom: input.syncFrom });
    await recordAudit(tx, ctx, {
      action: 'invite-link.changed',
      companyId: before.companyId,
      subjectId: before.id,
      before: { companyName: before.companyName, syncFrom: before.syncFrom, expiresAt: before.expiresAt },
      after: { companyName: input.companyName, syncFrom: input.syncFrom, expiresAt: input.expiresAt },
    });
  });
  return getInviteLink(ctx, { inviteLinkId: input.inviteLinkId });
}

/**
 * Revokes a link, named by its uuid or, for the live one, by its company's id. It does not disconnect, and revoking a
 * revoked one changes nothing. Throws not-found.
 */
export async function revokeInviteLink(
  ctx: Context,
  input: { inviteLinkId: string } | { companyId: number },
): Promise<void> {
  requirePermission(ctx, 'invite-links.write');
  const named =
    'inviteLinkId' in input ? eq(inviteLinks.id, input.inviteLinkId) : eq(inviteLinks.companyId, input.companyId);
  await db().transaction(async (tx) => {
    const found = await tx
      .select({ id: inviteLinks.id, companyId: inviteLinks.companyId, status: inviteLinks.status })
      .from(inviteLinks)
      .innerJoin(companies, eq(companies.id, inviteLinks.companyId))
      .where(and(eq(inviteLinks.organisationId, ctx.organisationId), sql`${companies.archivedAt} is null`, named))
      .for('update', { of: inviteLinks });
    if (found.length === 0) throw notFound('Invite link');
    for (const link of found.filter((one) => one.status !== 'REVOKED')) {
      await tx.update(inviteLinks).set({ status: 'REVOKED', updatedAt: ctx.now }).where(eq(inviteLinks.id, link.id));
      await recordAudit(tx, ctx, { action: 'invite-link.revoked', companyId: link.companyId, subjectId: link.id });
    }
  });
}

/** Counts that the customer opened the link. */
export async function recordOpened(ctx: Context, input: { inviteLinkId: string }): Promise<void> {
  await db()
    .update(inviteLinks)
    .set({
      openedCount: sql`${inviteLinks.openedCount} + 1`,
      firstOpenedAt: sql`coalesce(${inviteLinks.firstOpenedAt}, ${ctx.now.toISOString()}::timestamptz)`,
    })
    .where(and(eq(inviteLinks.organisationId, ctx.organisationId), eq(inviteLinks.id, input.inviteLinkId)));
}

const liveLink = (ctx: Context, id: string): SQL | undefined =>
  and(eq(inviteLinks.organisationId, ctx.organisationId), eq(inviteLinks.id, id), ne(inviteLinks.status, 'REVOKED'));

const storedConfig = (config: NonNullable<CreateInviteLinkInput['syncConfig']>[number]): RequestedModelConfig => ({
  dataModel: config.dataModel,
  enabled: config.enabled,
  frequency: config.frequency,
  interval: config.interval,
  scopeAccess: config.scopeAccess,
  syncFrom: config.syncFrom?.toISOString() ?? null,
});
