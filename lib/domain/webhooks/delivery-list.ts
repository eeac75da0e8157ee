import { z } from 'zod';
import { type DeliveryState, deliveryStates, type WebhookType, webhookTypes } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { type ListPlace, pageSizeOf } from '../../page-size.ts';
import { platformName } from '../connections/available.ts';
import { countDeliveries, deliveriesFrom, getDelivery } from './data.ts';
import type { DeliveryView, ListDeliveriesInput } from './schema.ts';

/** A delivery as the console shows it. Moments are ISO 8601. */
export interface DeliveryItem {
  id: string;
  webhookName: string;
  webhookUrl: string;
  state: DeliveryState;
  latestStatusCode: number | null;
  attemptCount: number;
  eventType: WebhookType;
  isTest: boolean;
  companyId: number | null;
  /** Null for a test, and for what concerns no company more than others. */
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
  next: string | null;
}

/** `2026-11-26T10:00:00.000Z_<uuid>`: where a page ended, as it stands in an address. */
const placeSchema = z.tuple([z.iso.datetime(), z.guid()]);

/** One page of the organisation's deliveries; `query` is the table's state as the address holds it. */
export const deliveryListPage = (ctx: Context, query: URLSearchParams): Promise<DeliveryListPage> =>
  deliveryListItems(ctx, query, { after: query.get('after'), limit: pageSizeOf(query) });

/** How many deliveries the address of the table asks for. */
export const deliveryListCount = (ctx: Context, query: URLSearchParams): Promise<number> =>
  countDeliveries(ctx, deliveryListInput(query, { after: null, limit: 1 }));

/** The rows behind a place of the list. */
export async function deliveryListItems(
  ctx: Context,
  query: URLSearchParams,
  place: ListPlace,
): Promise<DeliveryListPage> {
  const { deliveries, next } = await deliveriesFrom(ctx, deliveryListInput(query, place));
  return { rows: deliveries.map(deliveryItem), next: placeText(next) };
}

/** Which deliveries the address of the table asks for; what can't be read of it is left out. */
export function deliveryListInput(query: URLSearchParams, { after, limit }: ListPlace): ListDeliveriesInput {
  const wanted = query.get('state')?.split(',');
  const state = deliveryStates.filter((one) => wanted?.includes(one));
  const place = placeSchema.safeParse(after?.split('_'));
  return {
    limit,
    state: state.length > 0 ? state : undefined,
    eventType: webhookTypes.find((one) => one === query.get('type')),
    search: query.get('q')?.trim().slice(0, 255) || undefined,
    oldestFirst: query.get('sort') === 'createdAt',
    webhookId: z.coerce.number().int().positive().safeParse(query.get('webhook')).data,
    cursor: place.success ? { createdAt: place.data[0], id: place.data[1] } : undefined,
  };
}

const placeText = (next: { createdAt: string; id: string } | null) => next && `${next.createdAt}_${next.id}`;

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
  isTest: delivery.isTest,
  companyName: delivery.companyName,
  platform: delivery.integration && platformName(delivery.integration),
  syncId: delivery.syncId,
  nextAttemptAt: delivery.nextAttemptAt?.toISOString() ?? null,
  createdAt: delivery.createdAt.toISOString(),
});
