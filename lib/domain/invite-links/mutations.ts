import { randomUUID } from 'node:crypto';
import { and, eq, ne, type SQL, sql } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { companies, inviteLinks } from '../../../db/schema/companies.ts';
import { requirePermission, requireWholeOrganisation } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { conflict, invalid, notFound } from '../../errors.ts';
import { announce } from '../../events/announce.ts';
import { recordAudit } from '../audit/mutations.ts';
import { nameKey } from '../companies/name-key.ts';
import { inReach } from '../companies/reach.ts';
import { moveCompanySyncFrom } from '../sync-config/mutations.ts';
import { publishIntegrationEvent } from '../webhooks/company-events.ts';
import { getInviteLink } from './data.ts';
import { companyForLink, targetOf } from './link-company.ts';
import { takeRequested } from './requested-configs.ts';
import type { CreateInviteLinkInput, InviteLinkView, UpdateInviteLinkInput } from './schema.ts';

/**
 * Makes a link, and with a company name the company it is for, in one transaction. For a company that is connected it is
 * CONNECTED from the start. Throws invalid for a platform that is not available here or does not fit the category and for
 * models that it has not, not-found for an unknown company, conflict for a second live link, and forbidden for a new
 * company where only some companies are within reach.
 */
export async function createInviteLink(ctx: Context, input: CreateInviteLinkInput): Promise<InviteLinkView> {
  requirePermission(ctx, 'invite-links.write');
  if (input.companyId === undefined) requireWholeOrganisation(ctx);
  const target = targetOf(input);
  refusePast(ctx, input.expiresAt);
  const id = randomUUID();
  await db().transaction(async (tx) => {
    const { companyId, isConnected } = await companyForLink(tx, ctx, input, target);
    const link = { ...target, companyId, syncConfig: [] };
    await tx.insert(inviteLinks).values({
      id,
      organisationId: ctx.organisationId,
      companyId,
      integration: target.integration,
      integrationCategory: target.integrationCategory,
      syncFrom: input.syncFrom ?? null,
      syncConfig: input.syncConfig ? await takeRequested(tx, ctx, link, input.syncConfig) : [],
      redirectUrl: input.redirectUrl ?? null,
      expiresAt: input.expiresAt ?? null,
      status: isConnected ? 'CONNECTED' : 'PENDING',
      createdAt: ctx.now,
      updatedAt: ctx.now,
    });
    await recordAudit(tx, ctx, {
      action: 'invite-link.created',
      companyId,
      subjectId: id,
      after: { integration: target.integration, integrationCategory: target.integrationCategory },
    });
    await publishIntegrationEvent(tx, ctx, { companyId, topic: 'LINK_CREATED', inviteLinkId: id });
  });
  return getInviteLink(ctx, { inviteLinkId: id });
}

function refusePast(ctx: Context, expiresAt: Date | null | undefined): void {
  if (expiresAt && expiresAt <= ctx.now) throw invalid({ path: 'expiresAt', message: 'must lie in the future' });
}

/**
 * Changes a link that is not revoked. Models of its `syncConfig` are changed one by one, also at a company that is or was
 * connected. Throws not-found, invalid, and conflict for a revoked link.
 */
export async function updateInviteLink(ctx: Context, input: UpdateInviteLinkInput): Promise<InviteLinkView> {
  requirePermission(ctx, 'invite-links.write');
  const known = await getInviteLink(ctx, { inviteLinkId: input.inviteLinkId });
  const { companyId } = known;
  refusePast(ctx, input.expiresAt);
  await db().transaction(async (tx) => {
    const before = await lockLiveLink(tx, ctx, known);
    const syncConfig = input.syncConfig && (await takeRequested(tx, ctx, before, input.syncConfig));
    await tx
      .update(inviteLinks)
      .set({
        ...(input.syncFrom !== undefined ? { syncFrom: input.syncFrom } : {}),
        ...(syncConfig ? { syncConfig } : {}),
        ...(input.expiresAt !== undefined ? { expiresAt: input.expiresAt } : {}),
        updatedAt: ctx.now,
      })
      .where(eq(inviteLinks.id, known.id));
    await tx
      .update(companies)
      .set({
        ...(input.companyName ? { name: input.companyName, nameKey: nameKey(input.companyName) } : {}),
        updatedAt: ctx.now,
      })
      .where(eq(companies.id, companyId));
    if (input.syncFrom !== undefined) await moveCompanySyncFrom(tx, { companyId, syncFrom: input.syncFrom });
    await recordAudit(tx, ctx, {
      action: 'invite-link.changed',
      companyId,
      subjectId: known.id,
      before: { companyName: known.companyName, syncFrom: known.syncFrom, expiresAt: known.expiresAt },
      after: { companyName: input.companyName, syncFrom: input.syncFrom, expiresAt: input.expiresAt },
    });
  });
  return getInviteLink(ctx, { inviteLinkId: input.inviteLinkId });
}

/** The link as it stands once nobody else can change it or its company. Throws conflict when it is revoked. */
async function lockLiveLink(tx: Tx, ctx: Context, { id, companyId }: InviteLinkView) {
  await tx.select({ id: companies.id }).from(companies).where(eq(companies.id, companyId)).for('no key update');
  const [link] = await tx
    .select({
      companyId: inviteLinks.companyId,
      integration: inviteLinks.integration,
      integrationCategory: inviteLinks.integrationCategory,
      syncConfig: inviteLinks.syncConfig,
    })
    .from(inviteLinks)
    .where(liveLink(ctx, id))
    .for('update');
  if (!link) throw conflict('The invite link is revoked');
  return link;
}

/**
 * Revokes a link, named by its uuid or, for the live one, by its company's id. It does not disconnect, and revoking a
 * revoked one changes nothing, but that restoring an archived company does not bring it back. Throws not-found.
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
      .select({
        id: inviteLinks.id,
        companyId: inviteLinks.companyId,
        status: inviteLinks.status,
        revokedByArchive: inviteLinks.revokedByArchive,
      })
      .from(inviteLinks)
      .where(and(eq(inviteLinks.organisationId, ctx.organisationId), named, inReach(ctx, inviteLinks.companyId)))
      .for('update');
    if (found.length === 0) throw notFound('Invite link');
    for (const link of found.filter((one) => one.status !== 'REVOKED' || one.revokedByArchive)) {
      await tx
        .update(inviteLinks)
        .set({ status: 'REVOKED', revokedByArchive: false, updatedAt: ctx.now })
        .where(eq(inviteLinks.id, link.id));
      await recordAudit(tx, ctx, { action: 'invite-link.revoked', companyId: link.companyId, subjectId: link.id });
      if (link.status !== 'REVOKED') {
        await publishIntegrationEvent(tx, ctx, {
          companyId: link.companyId,
          topic: 'LINK_REVOKED',
          inviteLinkId: link.id,
        });
      }
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
  announce({ organisationId: ctx.organisationId, topic: 'invite-links' });
}

const liveLink = (ctx: Context, id: string): SQL | undefined =>
  and(eq(inviteLinks.organisationId, ctx.organisationId), eq(inviteLinks.id, id), ne(inviteLinks.status, 'REVOKED'));
