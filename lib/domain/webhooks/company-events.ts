import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { companies } from '../../../db/schema/companies.ts';
import { connections } from '../../../db/schema/connections.ts';
import type { ConnectionStatus } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { failureData } from './failure-data.ts';
import { isWanted, publishEvent } from './outbox.ts';
import type { IntegrationTopic } from './topics.ts';

/** Tells receivers of a step in the life of a company's link or connection, in the transaction that takes it. */
export async function publishIntegrationEvent(
  tx: Tx,
  ctx: Context,
  step: { companyId: number; topic: IntegrationTopic; inviteLinkId?: string },
): Promise<void> {
  const { companyId, topic, inviteLinkId } = step;
  if (!(await isWanted(tx, ctx.organisationId, 'INTEGRATION'))) return;
  const [company] = await tx.select({ name: companies.name }).from(companies).where(eq(companies.id, companyId));
  await publishEvent(tx, {
    organisationId: ctx.organisationId,
    companyId,
    webhookType: 'INTEGRATION',
    topics: [topic],
    data: {
      change: topic,
      company_name: company?.name ?? null,
      invite_link_id: inviteLinkId ?? null,
      by: ctx.actor.type,
    },
    now: ctx.now,
  });
}

/** The same for a step that several companies take at once. */
export async function publishIntegrationEvents(
  tx: Tx,
  ctx: Context,
  step: { companyIds: readonly number[]; topic: IntegrationTopic },
): Promise<void> {
  // Asked once: mostly nobody listens.
  if (!(await isWanted(tx, ctx.organisationId, 'INTEGRATION'))) return;
  for (const companyId of step.companyIds) await publishIntegrationEvent(tx, ctx, { companyId, topic: step.topic });
}

/** Tells receivers how a connection stands, if that is another status than before, in the transaction of the change. */
export async function publishConnectionChange(
  tx: Tx,
  change: { companyId: number; from: ConnectionStatus | null; now: Date },
): Promise<void> {
  const { companyId, from, now } = change;
  const [connection] = await tx
    .select({
      organisationId: connections.organisationId,
      integration: connections.integration,
      status: connections.status,
      statusSince: connections.statusSince,
      failure: connections.failure,
    })
    .from(connections)
    .where(eq(connections.companyId, companyId));
  if (!connection || connection.status === from) return;
  const { organisationId, integration, status, statusSince, failure } = connection;
  await publishEvent(tx, {
    organisationId,
    companyId,
    webhookType: 'CONNECTION_CHANGED',
    topics: [status],
    syncId: failure?.syncId,
    data: {
      from,
      to: status,
      since: statusSince.toISOString(),
      failure: failure ? failureData(integration, failure.failureClass, failure.message) : null,
    },
    now,
  });
}
