import { randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '../../../db/client.ts';
import { webhookDeliveries, webhookEvents } from '../../../db/schema/webhooks.ts';
import { requirePermission, requireWholeOrganisation } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { conflict, notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { replayableStates } from './delivery-state.ts';
import { lockEnabledWebhook } from './mutations.ts';
import { giveUpAfterMs } from './retry.ts';

/** Of a delivery that is to be sent at once, with all its time before it. */
export const duePlan = (ctx: Context) => ({
  state: 'PENDING' as const,
  nextAttemptAt: ctx.now,
  giveUpAt: new Date(ctx.now.getTime() + giveUpAfterMs),
  triesInRow: 0,
  updatedAt: ctx.now,
});

/**
 * Sends a delivery again, or at once if it waits: the same event under the same id, its tries counted on. Throws
 * not-found, and conflict while it is being sent or its webhook is off.
 */
export async function replayDelivery(ctx: Context, input: { deliveryId: string }): Promise<void> {
  requirePermission(ctx, 'webhooks.write');
  requireWholeOrganisation(ctx);
  if (!z.guid().safeParse(input.deliveryId).success) throw notFound('Webhook log');
  const ours = and(
    eq(webhookDeliveries.organisationId, ctx.organisationId),
    eq(webhookDeliveries.id, input.deliveryId),
  );
  await db().transaction(async (tx) => {
    const [known] = await tx.select({ webhookId: webhookDeliveries.configId }).from(webhookDeliveries).where(ours);
    if (!known) throw notFound('Webhook log');
    const webhook = await lockEnabledWebhook(tx, ctx, known.webhookId);
    const replayed = await tx
      .update(webhookDeliveries)
      .set(duePlan(ctx))
      .where(and(ours, inArray(webhookDeliveries.state, [...replayableStates])))
      .returning({ id: webhookDeliveries.id });
    if (replayed.length === 0) throw conflict('It is being sent just now; look at its tries in a moment');
    await recordAudit(tx, ctx, {
      action: 'webhook.replayed',
      subjectId: String(webhook.id),
      after: { name: webhook.name, deliveryId: input.deliveryId },
    });
  });
}

/** Sends a webhook an event of its type that says it is a test. Throws not-found, and conflict while it is off. */
export async function sendTestEvent(ctx: Context, input: { webhookId: number }): Promise<{ deliveryId: string }> {
  requirePermission(ctx, 'webhooks.write');
  requireWholeOrganisation(ctx);
  const deliveryId = randomUUID();
  await db().transaction(async (tx) => {
    const webhook = await lockEnabledWebhook(tx, ctx, input.webhookId);
    const [event] = await tx
      .insert(webhookEvents)
      .values({
        organisationId: ctx.organisationId,
        id: randomUUID(),
        webhookType: webhook.webhookType,
        topics: [],
        integration: webhook.integration,
        data: { test: true },
        createdAt: ctx.now,
      })
      .returning({ id: webhookEvents.id, position: webhookEvents.position });
    if (!event) throw new Error('The test event was not stored');
    await tx.insert(webhookDeliveries).values({
      organisationId: ctx.organisationId,
      id: deliveryId,
      configId: webhook.id,
      eventId: event.id,
      position: event.position,
      ...duePlan(ctx),
      createdAt: ctx.now,
    });
    await recordAudit(tx, ctx, {
      action: 'webhook.tested',
      subjectId: String(webhook.id),
      after: { name: webhook.name },
    });
  });
  return { deliveryId };
}
