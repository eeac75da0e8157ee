import { randomUUID } from 'node:crypto';
import { makeContext } from '../context.ts';
import { type ClaimedDelivery, claimDueDeliveries } from '../domain/webhooks/claim-deliveries.ts';
import { releaseDelivery, settleDelivery } from '../domain/webhooks/settle-delivery.ts';
import { log } from '../log.ts';
import { pause } from './loop.ts';
import { sendWebhook } from './send-webhook.ts';

export interface DeliverOptions {
  /** The clock of all that is stored and signed; who is sending is kept by the database's own. */
  now?: () => Date;
  /** From 0 to 1: how much of the spread a pause gets. */
  chance?: () => number;
  /** Deliveries on their way at once. */
  slots?: number;
  signal?: AbortSignal;
}

const usualSlots = 64;
/** How often it is looked for what is due. */
const lookMs = 1_000;

/** Delivers what is due, until the signal is aborted: then what is on its way is put back. */
export async function deliverWebhooks(options: DeliverOptions & { signal: AbortSignal }): Promise<void> {
  const { signal, slots = usualSlots } = options;
  const onTheWay = new Set<Promise<void>>();
  while (!signal.aborted) {
    for (const delivery of await claimOrNone(options, slots - onTheWay.size)) {
      const sent = deliver(delivery, options).finally(() => onTheWay.delete(sent));
      onTheWay.add(sent);
    }
    // One that ends makes room, or lets the next event of its company go.
    await Promise.race([pause(lookMs, signal), ...onTheWay]);
  }
  await Promise.all(onTheWay);
}

/** Delivers what is due now, once, and waits for all of it. Says how many tries that were. */
export async function deliverDueWebhooks(options: DeliverOptions = {}): Promise<number> {
  const { now = () => new Date(), slots = usualSlots } = options;
  const claimed = await claimDueDeliveries({ now: now(), limit: slots });
  await Promise.all(claimed.map((delivery) => deliver(delivery, options)));
  return claimed.length;
}

async function claimOrNone({ now = () => new Date() }: DeliverOptions, limit: number): Promise<ClaimedDelivery[]> {
  if (limit <= 0) return [];
  try {
    return await claimDueDeliveries({ now: now(), limit });
  } catch (error) {
    log().error({ err: error }, 'the look for due webhooks failed');
    return [];
  }
}

/** Sends one and stores what came of it. What can't be stored is found again as lost. */
async function deliver(delivery: ClaimedDelivery, options: DeliverOptions): Promise<void> {
  const { now = () => new Date(), chance = Math.random, signal } = options;
  try {
    const outcome = await sendWebhook(delivery, { now: now(), signal });
    if (!outcome) return await releaseDelivery(delivery);
    const state = await settleDelivery(contextOf(delivery, now()), delivery, outcome, chance());
    log().debug({ deliveryId: delivery.id, statusCode: outcome.statusCode, state }, 'a webhook was sent');
  } catch (error) {
    log().error({ deliveryId: delivery.id, err: error }, 'a webhook could not be settled');
  }
}

const contextOf = ({ organisationId }: ClaimedDelivery, now: Date) =>
  makeContext({
    organisationId,
    actor: { type: 'worker', id: 'webhooks', label: 'Webhooks' },
    requestId: randomUUID(),
    now,
    door: 'worker',
  });
