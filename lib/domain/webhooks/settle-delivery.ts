import { and, eq, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import type { DeliveryState } from '../../../db/schema/enums.ts';
import { webhookAttempts, webhookConfigs, webhookDeliveries } from '../../../db/schema/webhooks.ts';
import type { Context } from '../../context.ts';
import { announceAfter } from '../../events/announce.ts';
import { recordAudit } from '../audit/mutations.ts';
import type { ClaimedDelivery } from './claim-deliveries.ts';
import { disableAfterMs, retryPauseMs } from './retry.ts';

/** What came of a try. */
export interface AttemptOutcome {
  /** Null without an answer. */
  statusCode: number | null;
  /** Why it does not count, in words that may be shown; null when the receiver took it. */
  failure: string | null;
  /** Without our secrets, cut short. */
  answer: string | null;
  durationMs: number;
  /** How long the receiver wants to be left alone. */
  retryAfterSeconds?: number;
}

/**
 * Stores what came of a try: the delivery has arrived, waits for the next try, or has failed for good. A receiver that
 * has taken nothing for five days is switched off. Null when the delivery is no longer this sender's.
 */
export async function settleDelivery(
  ctx: Context,
  delivery: ClaimedDelivery,
  outcome: AttemptOutcome,
  chance: number,
): Promise<DeliveryState | null> {
  return db().transaction(async (tx) => {
    const next = nextStep(ctx, delivery, outcome, chance);
    const [settled] = await tx
      .update(webhookDeliveries)
      .set({
        ...next,
        attemptCount: sql`${webhookDeliveries.attemptCount} + 1`,
        triesInRow: delivery.triesInRow + 1,
        latestStatusCode: outcome.statusCode,
        claim: null,
        claimedAt: null,
        updatedAt: ctx.now,
      })
      .where(heldBy(delivery))
      .returning({ number: webhookDeliveries.attemptCount });
    if (!settled) return null;
    announceAfter(tx, { organisationId: delivery.organisationId, topic: 'deliveries' });
    const { statusCode, failure, answer, durationMs } = outcome;
    await tx.insert(webhookAttempts).values({
      organisationId: delivery.organisationId,
      deliveryId: delivery.id,
      number: settled.number,
      statusCode,
      failure,
      answer,
      durationMs: Math.round(durationMs),
      createdAt: ctx.now,
    });
    if (failure === null) await forgetFailing(tx, delivery);
    else await countFailing(tx, ctx, delivery);
    return next.state;
  });
}

/** Puts a delivery back that was given up before there was an answer; it does not count as a try. */
export async function releaseDelivery(delivery: ClaimedDelivery): Promise<void> {
  await db().update(webhookDeliveries).set({ state: 'PENDING', claim: null, claimedAt: null }).where(heldBy(delivery));
}

const heldBy = ({ organisationId, id, claim }: ClaimedDelivery) =>
  and(
    eq(webhookDeliveries.organisationId, organisationId),
    eq(webhookDeliveries.id, id),
    eq(webhookDeliveries.claim, claim),
    eq(webhookDeliveries.state, 'PROCESSING'),
  );

function nextStep(ctx: Context, delivery: ClaimedDelivery, outcome: AttemptOutcome, chance: number) {
  if (outcome.failure === null) return { state: 'DELIVERED' as const };
  const pauseMs = retryPauseMs(delivery.triesInRow + 1, chance, outcome.retryAfterSeconds);
  const nextAttemptAt = new Date(ctx.now.getTime() + pauseMs);
  if (nextAttemptAt > delivery.giveUpAt) return { state: 'FAILED' as const };
  return { state: 'PENDING' as const, nextAttemptAt };
}

const webhookOf = ({ organisationId, webhookId }: ClaimedDelivery) =>
  and(eq(webhookConfigs.organisationId, organisationId), eq(webhookConfigs.id, webhookId));

async function forgetFailing(tx: Tx, delivery: ClaimedDelivery): Promise<void> {
  await tx
    .update(webhookConfigs)
    .set({ failingSince: null })
    .where(and(webhookOf(delivery), isNotNull(webhookConfigs.failingSince)));
}

async function countFailing(tx: Tx, ctx: Context, delivery: ClaimedDelivery): Promise<void> {
  await tx
    .update(webhookConfigs)
    .set({ failingSince: ctx.now })
    .where(and(webhookOf(delivery), isNull(webhookConfigs.failingSince)));
  const [off] = await tx
    .update(webhookConfigs)
    .set({ state: 'DISABLED', disabledReason: 'FAILING', disabledAt: ctx.now, updatedAt: ctx.now })
    .where(
      and(
        webhookOf(delivery),
        eq(webhookConfigs.state, 'ENABLED'),
        lte(webhookConfigs.failingSince, new Date(ctx.now.getTime() - disableAfterMs)),
      ),
    )
    .returning({ name: webhookConfigs.name, url: webhookConfigs.url, failingSince: webhookConfigs.failingSince });
  if (!off) return;
  await recordAudit(tx, ctx, {
    action: 'webhook.disabled',
    subjectId: String(delivery.webhookId),
    after: { ...off, reason: 'FAILING' },
  });
}
