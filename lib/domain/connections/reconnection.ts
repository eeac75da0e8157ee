import { and, eq } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { inviteLinks } from '../../../db/schema/companies.ts';
import { connectionProposals, connections, modelConfigs } from '../../../db/schema/connections.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { ConnectResult } from '../../connectors/types.ts';
import type { Context } from '../../context.ts';
import { seal } from '../../crypto/key-ring.ts';
import { conflict } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { lockCompany } from '../companies/mutations.ts';
import { inReach } from '../companies/reach.ts';
import { queueFirstSync } from '../syncs/mutations.ts';
import { publishIntegrationEvent } from '../webhooks/company-events.ts';
import { refuseWhileBusy } from './close-connection.ts';
import { moveConnection } from './health.ts';

/** A sign-in that leads to another company of the platform than before, and waits for an operator. */
export interface ProposedCompany {
  entityId: string;
  entityName: string;
  proposedAt: Date;
}

/** What a company's customer proposed to connect it to; null when nothing waits. */
export async function proposedCompany(ctx: Context, input: { companyId: number }): Promise<ProposedCompany | null> {
  const { entityId, entityName, proposedAt } = connectionProposals;
  const [proposal] = await db()
    .select({ entityId, entityName, proposedAt })
    .from(connectionProposals)
    .where(
      and(
        eq(connectionProposals.organisationId, ctx.organisationId),
        eq(connectionProposals.companyId, input.companyId),
        inReach(ctx, connectionProposals.companyId),
      ),
    );
  return proposal ?? null;
}

/**
 * Keeps a sign-in that leads to another company of the platform aside, sealed, and stops the connection until somebody
 * says which one is meant: it is PENDING. Its own sign-in stays. The caller holds the company's row.
 */
export async function proposeReconnection(
  tx: Tx,
  ctx: Context,
  proposal: { companyId: number; entityName: string | null; checked: ConnectResult },
): Promise<void> {
  const { companyId, checked } = proposal;
  const sealed = seal(checked.credentials, { organisationId: ctx.organisationId, companyId });
  const values = {
    entityId: checked.entityId,
    entityName: checked.entityName,
    credentials: sealed.ciphertext,
    credentialsKeyId: sealed.keyId,
    variables: checked.variables,
    proposedAt: ctx.now,
  };
  await tx
    .insert(connectionProposals)
    .values({ ...values, companyId, organisationId: ctx.organisationId })
    .onConflictDoUpdate({ target: connectionProposals.companyId, set: values });
  const message = `The new sign-in leads to ${checked.entityName}, not to ${proposal.entityName ?? 'the company connected before'}.`;
  const failure = { failureClass: 'wrong-company', message, evidence: { proposed: checked.entityName } };
  await moveConnection(tx, { companyId, now: ctx.now, to: 'PENDING', failure, syncState: 'IDLE', syncResumeAt: null });
  await recordAudit(tx, ctx, {
    action: 'connection.other-company-proposed',
    companyId,
    after: { entityName: checked.entityName },
  });
}

/** Forgets what was proposed: a sign-in that leads to the right company came, or the connection was closed. */
export const forgetProposal = (tx: Tx, companyId: number) =>
  tx.delete(connectionProposals).where(eq(connectionProposals.companyId, companyId)).returning();

/**
 * Agrees that a company is connected to another one of its platform from now on: the proposed sign-in takes the place of
 * the old one, every cursor is forgotten, and a full sync is queued, after which the other company's records are marked
 * deleted. Throws not-found, conflict when nothing waits for it any more or a sync or write is running.
 */
export async function confirmReconnection(ctx: Context, input: { companyId: number }): Promise<void> {
  requirePermission(ctx, 'connections.confirm');
  const { companyId } = input;
  await db().transaction(async (tx) => {
    const { proposal, connection } = await takeProposal(tx, ctx, companyId);
    await moveConnection(tx, { companyId, now: ctx.now, to: 'HEALTHY', failure: null });
    const { entityId, entityName, credentials, credentialsKeyId, variables } = proposal;
    await tx
      .update(connections)
      .set({ entityId, entityName, credentials, credentialsKeyId, variables })
      .where(eq(connections.companyId, companyId));
    await tx
      .update(modelConfigs)
      .set({ cursor: null, lastSyncedAt: null, lastFullAt: null })
      .where(eq(modelConfigs.companyId, companyId));
    await tx
      .update(inviteLinks)
      .set({ status: 'CONNECTED', updatedAt: ctx.now })
      .where(and(eq(inviteLinks.companyId, companyId), eq(inviteLinks.status, 'PENDING')));
    await recordAudit(tx, ctx, {
      action: 'connection.other-company-confirmed',
      companyId,
      before: { entityName: connection.entityName },
      after: { entityName },
    });
    await publishIntegrationEvent(tx, ctx, { companyId, topic: 'RECONNECTED' });
    await queueFirstSync(tx, ctx, { companyId, integration: connection.integration, replacesCompany: true });
  });
}

/**
 * Keeps a company with the one of its platform that it was connected to: the proposed sign-in is erased, and the
 * connection goes on with its own, or stays closed where that was erased. Throws as `confirmReconnection`.
 */
export async function declineReconnection(ctx: Context, input: { companyId: number }): Promise<void> {
  requirePermission(ctx, 'connections.confirm');
  const { companyId } = input;
  await db().transaction(async (tx) => {
    const { proposal, connection } = await takeProposal(tx, ctx, companyId);
    const to = connection.credentials ? 'HEALTHY' : 'DISCONNECTED';
    await moveConnection(tx, { companyId, now: ctx.now, to, failure: null });
    await recordAudit(tx, ctx, {
      action: 'connection.other-company-declined',
      companyId,
      after: { entityName: proposal.entityName },
    });
  });
}

async function takeProposal(tx: Tx, ctx: Context, companyId: number) {
  await lockCompany(tx, ctx, companyId);
  await refuseWhileBusy(tx, companyId);
  const [proposal] = await forgetProposal(tx, companyId);
  const [connection] = await tx.select().from(connections).where(eq(connections.companyId, companyId));
  if (!proposal || !connection) throw conflict('No other company waits to be confirmed; reload the page');
  return { proposal, connection };
}
