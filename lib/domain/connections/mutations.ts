import { and, eq, ne } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { companies, inviteLinks } from '../../../db/schema/companies.ts';
import { connections } from '../../../db/schema/connections.ts';
import { categoryOfIntegration } from '../../../db/schema/enums.ts';
import { requirePermission } from '../../auth/permissions.ts';
import { ConnectorError } from '../../connectors/errors.ts';
import { connectorFor } from '../../connectors/registry.ts';
import type { ConnectResult } from '../../connectors/types.ts';
import type { Context } from '../../context.ts';
import { currentKeyId, seal } from '../../crypto/key-ring.ts';
import { conflict, forbidden, invalid, notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { lockCompany } from '../companies/mutations.ts';
import { authorisedColumns, recordRefusal } from '../invite-links/steps.ts';
import { applyRequestedConfigs } from '../sync-config/mutations.ts';
import { queueFirstSync } from '../syncs/mutations.ts';
import { publishIntegrationEvent } from '../webhooks/company-events.ts';
import { availablePlatform } from './available.ts';
import { closeConnection, refuseWhileBusy, refuseWhileSyncing } from './close-connection.ts';
import { announceHealth, lockHealth } from './health-changes.ts';
import { forgetProposal, proposeReconnection } from './reconnection.ts';
import { type ConnectInput, type ConnectOutcome, parseCredentials } from './schema.ts';

/**
 * Connects the company of the invite link that acts. The sign-in is checked against the platform first; then one
 * transaction stores connection, sealed credentials and model configs and queues the first sync.
 * Throws invalid for a form that is not filled in, conflict when the link can't be used any more or a sync is running.
 */
export async function connectCompany(ctx: Context, input: ConnectInput): Promise<ConnectOutcome> {
  requirePermission(ctx, 'connections.connect');
  const link = await linkOf(ctx);
  const definition = availablePlatform(input.integration);
  const connector = definition && (await connectorFor(input.integration));
  if (!definition || !connector || !fits(link, input)) {
    throw invalid({ path: 'integration', message: 'this link is not for that platform' });
  }
  const credentials = parseCredentials(definition, input.credentials);
  let checked: ConnectResult;
  try {
    checked = await connector.connect(credentials);
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    const { failureClass, message, field } = error;
    await recordRefusal(ctx, { inviteLinkId: link.id, integration: input.integration, failureClass });
    return { connected: false, failureClass, message, field: field ?? null, leadsTo: null };
  }
  if (link.entityId && link.entityId !== checked.entityId) {
    await db().transaction((tx) => keepAside(tx, ctx, link, checked));
    await recordRefusal(ctx, { inviteLinkId: link.id, integration: input.integration, failureClass: 'wrong-company' });
    return {
      connected: false,
      failureClass: 'wrong-company',
      message: `This sign-in leads to ${checked.entityName}, not to the company that was connected before. It is used once whoever sent you this link has confirmed it; until then nothing is read.`,
      field: null,
      leadsTo: checked.entityName,
    };
  }
  const syncId = await db().transaction((tx) => storeConnection(tx, ctx, link, input, checked));
  return {
    connected: true,
    companyId: link.companyId,
    integration: input.integration,
    entityName: checked.entityName,
    syncId,
  };
}

type Link = Awaited<ReturnType<typeof linkOf>>;

/** The link that acts, with what its company was connected to before. Throws not-found, conflict when it is closed. */
async function linkOf(ctx: Context) {
  if (ctx.actor.type !== 'invite-link') throw forbidden('Only the holder of an invite link connects a company');
  const [link] = await db()
    .select({
      id: inviteLinks.id,
      status: inviteLinks.status,
      expiresAt: inviteLinks.expiresAt,
      companyId: inviteLinks.companyId,
      integration: inviteLinks.integration,
      integrationCategory: inviteLinks.integrationCategory,
      syncFrom: inviteLinks.syncFrom,
      syncConfig: inviteLinks.syncConfig,
      connected: connections.integration,
      entityId: connections.entityId,
      entityName: connections.entityName,
    })
    .from(inviteLinks)
    .leftJoin(connections, eq(connections.companyId, inviteLinks.companyId))
    .where(and(eq(inviteLinks.organisationId, ctx.organisationId), eq(inviteLinks.id, ctx.actor.id)));
  if (!link) throw notFound('Invite link');
  const isExpired = link.status === 'PENDING' && link.expiresAt !== null && link.expiresAt <= ctx.now;
  if (link.status === 'REVOKED' || isExpired) throw conflict('This link can no longer be used; ask for a new one');
  return link;
}

/** A company that was connected before stays with its platform; else the link's platform or category decides. */
function fits(link: Link, { integration }: ConnectInput): boolean {
  const fixed = link.connected ?? link.integration;
  return fixed ? fixed === integration : categoryOfIntegration[integration] === link.integrationCategory;
}

/** Keeps a sign-in that leads to another company until an operator has confirmed it. */
async function keepAside(tx: Tx, ctx: Context, { companyId, entityName }: Link, checked: ConnectResult) {
  await lockCompany(tx, ctx, companyId);
  await refuseWhileBusy(tx, companyId);
  await proposeReconnection(tx, ctx, { companyId, entityName, checked });
}

async function storeConnection(tx: Tx, ctx: Context, link: Link, input: ConnectInput, checked: ConnectResult) {
  const { companyId } = link;
  const { integration } = input;
  const category = categoryOfIntegration[integration];
  await lockCompany(tx, ctx, companyId);
  await refuseWhileSyncing(tx, companyId);
  const before = await lockHealth(tx, companyId);
  await forgetProposal(tx, companyId);
  const sealed = seal(checked.credentials, { organisationId: ctx.organisationId, companyId });
  const values = {
    integration,
    category,
    entityId: checked.entityId,
    entityName: checked.entityName,
    status: 'HEALTHY' as const,
    statusSince: ctx.now,
    syncState: 'IDLE' as const,
    syncResumeAt: null,
    failure: null,
    failureSince: null,
    credentials: sealed.ciphertext,
    credentialsKeyId: sealed.keyId,
    variables: checked.variables,
    updatedAt: ctx.now,
  };
  await tx
    .insert(connections)
    .values({ ...values, companyId, organisationId: ctx.organisationId, createdAt: ctx.now })
    .onConflictDoUpdate({ target: connections.companyId, set: values });
  await tx
    .update(companies)
    .set({
      integration,
      integrationCategory: category,
      connectionStatus: 'HEALTHY',
      syncState: 'IDLE',
      lastActivityAt: ctx.now,
    })
    .where(eq(companies.id, companyId));
  const taken = await tx
    .update(inviteLinks)
    .set({ status: 'CONNECTED', ...authorisedColumns(ctx.now), updatedAt: ctx.now })
    .where(and(eq(inviteLinks.id, link.id), ne(inviteLinks.status, 'REVOKED')))
    .returning({ id: inviteLinks.id });
  if (taken.length === 0) throw conflict('This link can no longer be used; ask for a new one');
  await applyRequestedConfigs(tx, ctx, {
    companyId,
    integration,
    requested: link.syncConfig,
    syncFrom: link.syncFrom,
  });
  await recordAudit(tx, ctx, {
    action: link.connected ? 'connection.reconnected' : 'connection.connected',
    companyId,
    after: { integration, entityName: checked.entityName, keyId: currentKeyId() },
  });
  const topic = link.connected ? 'RECONNECTED' : 'CONNECTED';
  await publishIntegrationEvent(tx, ctx, { companyId, topic, inviteLinkId: link.id });
  await announceHealth(tx, { companyId, before, now: ctx.now });
  return queueFirstSync(tx, ctx, { companyId, integration });
}

/**
 * Erases a connection's credentials and keeps the company, its records and its invite link, which then connects again.
 * Throws not-found, invalid without an active connection, conflict while a sync or a write is running.
 */
export async function disconnectCompany(ctx: Context, input: { companyId: number }): Promise<void> {
  requirePermission(ctx, 'connections.write');
  await db().transaction(async (tx) => {
    await lockCompany(tx, ctx, input.companyId);
    await disconnectLocked(tx, ctx, input.companyId);
  });
}

/** `disconnectCompany` inside the caller's transaction, which holds the company's row and has asked for the permission. */
export async function disconnectLocked(tx: Tx, ctx: Context, companyId: number): Promise<void> {
  await refuseWhileBusy(tx, companyId);
  if (!(await closeConnection(tx, ctx, companyId))) {
    throw invalid({ path: '', message: 'The company has no active connection' });
  }
  await tx
    .update(inviteLinks)
    .set({ status: 'PENDING', updatedAt: ctx.now })
    .where(and(eq(inviteLinks.companyId, companyId), eq(inviteLinks.status, 'CONNECTED')));
  await recordAudit(tx, ctx, { action: 'connection.disconnected', companyId });
  await publishIntegrationEvent(tx, ctx, { companyId, topic: 'DISCONNECTED' });
}
