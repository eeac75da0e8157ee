import { z } from 'zod';
import { type DeliveryState, deliveryStates, type WebhookType, webhookTypes } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { platformName } from '../connections/available.ts';
import { getDelivery, listDeliveries } from './data.ts';
import type { DeliveryView } from './schema.ts';

/** A delivery as the console shows it. Moments are ISO 8601. */
export interface DeliveryItem {
  id: string;
  webhookName: string;
  webhookUrl: string;
  state: DeliveryState;
  latestStatusCode: number | null;
  attemptCount: number;
  eventType: WebhookType;
  companyId: number | null;
  /** Null for a test. */
  companyName: string | null;
  platform: string | null;
  syncId: string | null;
  nextAttemptAt: string | null;
  createdAt: string;
}

export interface DeliveryItemDetail extends DeliveryItem {
  /** JSON, indented. */
  payload: string;
  attempts: {
    number: number;
    statusCode: number | null;
    failure: string | null;
    answer: string | null;
    durationMs: number;
    createdAt: string;
  }[];
}

export interface DeliveryListPage {
  rows: DeliveryItem[];
  total: number;
  next: string | null;
}

export const deliveryPageSize = 50;

/** `2026-11-26T10:00:00.000Z_<uuid>`: where a page ended, as it stands in an address. */
const placeSchema = z.tuple([z.iso.datetime(), z.guid()]);

/** One page of the organisation's deliveries; what can't be read of the address is left out. */
export async function deliveryListPage(
  ctx: Context,
  raw: { state?: string[]; type?: string[]; webhook?: string[]; after?: string | null },
): Promise<DeliveryListPage> {
  const state = deliveryStates.filter((one) => raw.state?.includes(one));
  const webhookId = z.coerce.number().int().positive().safeParse(raw.webhook?.[0]);
  const place = placeSchema.safeParse(raw.after?.split('_'));
  const page = await listDeliveries(ctx, {
    limit: deliveryPageSize,
    state: state.length > 0 ? state : undefined,
    eventType: webhookTypes.find((one) => raw.type?.includes(one)),
    webhookId: webhookId.data,
    cursor: place.success ? { createdAt: place.data[0], id: place.data[1] } : undefined,
  });
  return {
    rows: page.deliveries.map(deliveryItem),
    total: page.count,
    next: page.next && `${page.next.createdAt}_${page.next.id}`,
  };
}

/** One delivery with payload and tries. Throws not-found. */
export async function deliveryDetail(ctx: Context, input: { deliveryId: string }): Promise<DeliveryItemDetail> {
  const delivery = await getDelivery(ctx, input);
  return {
    ...deliveryItem(delivery),
    payload: JSON.stringify(delivery.payload, null, 2),
    attempts: delivery.attempts.map(({ createdAt, ...same }) => ({ ...same, createdAt: createdAt.toISOString() })),
  };
}

const deliveryItem = (delivery: DeliveryView): DeliveryItem => ({
  id: delivery.id,
  webhookName: delivery.webhookName,
  webhookUrl: delivery.webhookUrl,
  state: delivery.state,
  latestStatusCode: delivery.latestStatusCode,
  attemptCount: delivery.attemptCount,
  eventType: delivery.eventType,
  companyId: delivery.companyId,
  companyName: delivery.companyName,
  platform: delivery.integration && platformName(delivery.integration),
  syncId: delivery.syncId,
  nextAttemptAt: delivery.nextAttemptAt?.toISOString() ?? null,
  createdAt: delivery.createdAt.toISOString(),
});
