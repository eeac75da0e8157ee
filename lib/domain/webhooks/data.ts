import { and, asc, desc, eq } from 'drizzle-orm';
import type postgres from 'postgres';
import { z } from 'zod';
import { db, sqlClient } from '../../../db/client.ts';
import { webhookAttempts, webhookConfigs } from '../../../db/schema/webhooks.ts';
import { requirePermission, requireWholeOrganisation } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { nameKey } from '../companies/name-key.ts';
import { likeEscaped } from '../records/filters.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import { type DeliveryRow, deliveryColumns, deliveryJoins, deliveryView, payloadOfRow } from './delivery-view.ts';
import {
  type AttemptView,
  type CreatedWebhook,
  type DeliveryDetail,
  type DeliveryView,
  type ListDeliveriesInput,
  listDeliveriesInput,
  type WebhookView,
} from './schema.ts';
import { openSecrets } from './secrets.ts';
import { liveWebhook, webhookView } from './webhook-view.ts';

/** The organisation's webhooks, newest first. Throws forbidden for who reaches only some of its companies. */
export async function listWebhooks(ctx: Context): Promise<WebhookView[]> {
  requireWholeOrganisation(ctx);
  const rows = await db().select().from(webhookConfigs).where(liveWebhook(ctx)).orderBy(desc(webhookConfigs.id));
  return rows.map(webhookView);
}

/** One webhook. Throws not-found. */
export async function getWebhook(ctx: Context, input: { webhookId: number }): Promise<WebhookView> {
  requireWholeOrganisation(ctx);
  const [row] = await db().select().from(webhookConfigs).where(liveWebhook(ctx, input.webhookId));
  if (!row) throw notFound('Webhook config');
  return webhookView(row);
}

/**
 * A webhook with its signing key, for the request that made it and did not get its answer. Nobody else is shown the key.
 * Throws not-found.
 */
export async function recallCreatedWebhook(ctx: Context, input: { webhookId: number }): Promise<CreatedWebhook> {
  requirePermission(ctx, 'webhooks.write');
  requireWholeOrganisation(ctx);
  const [row] = await db().select().from(webhookConfigs).where(liveWebhook(ctx, input.webhookId));
  if (!row?.secrets || !row.secretsKeyId) throw notFound('Webhook config');
  const sealed = { ciphertext: row.secrets, keyId: row.secretsKeyId };
  const { signingKey } = openSecrets(sealed, { organisationId: ctx.organisationId, webhookId: row.id });
  return { webhook: webhookView(row), signingKey };
}

/** Webhooks that were switched off because their receivers took nothing, longest-standing first. */
export async function webhooksSwitchedOff(ctx: Context): Promise<WebhookView[]> {
  const rows = await db()
    .select()
    .from(webhookConfigs)
    .where(and(liveWebhook(ctx), eq(webhookConfigs.disabledReason, 'FAILING')))
    .orderBy(asc(webhookConfigs.disabledAt));
  return rows.map(webhookView);
}

export interface DeliveryPage {
  deliveries: DeliveryView[];
  count: number;
  next: { createdAt: string; id: string } | null;
}

/** One page of what was sent or is to be sent, newest first unless asked otherwise. Throws invalid. */
export async function listDeliveries(ctx: Context, given: ListDeliveriesInput): Promise<DeliveryPage> {
  const [page, count] = await Promise.all([deliveriesFrom(ctx, given), countDeliveries(ctx, given)]);
  return { ...page, count };
}

/** How many deliveries match, wherever one is among them. Throws as `listDeliveries` does. */
export async function countDeliveries(ctx: Context, given: ListDeliveriesInput): Promise<number> {
  requireWholeOrganisation(ctx);
  const input = checkedInput(listDeliveriesInput, given);
  const [total] = await countOf(matching(ctx, input), input);
  return total?.count ?? 0;
}

/** The same without the count, for who reads one page after another. */
export async function deliveriesFrom(ctx: Context, given: ListDeliveriesInput): Promise<Omit<DeliveryPage, 'count'>> {
  requireWholeOrganisation(ctx);
  const input = checkedInput(listDeliveriesInput, given);
  const sql = sqlClient();
  const { cursor, limit, oldestFirst } = input;
  const [beyond, direction] = oldestFirst ? [sql`>`, sql`asc`] : [sql`<`, sql`desc`];
  const rows = await sql<DeliveryRow[]>`
    select ${sql.unsafe(deliveryColumns)} ${sql.unsafe(deliveryJoins)}
    where ${matching(ctx, input)}
      ${cursor ? sql`and (d.created_at, d.id) ${beyond} (${cursor.createdAt}::timestamptz, ${cursor.id}::uuid)` : sql``}
    order by d.created_at ${direction}, d.id ${direction}
    limit ${limit + 1}`;
  const deliveries = rows.slice(0, limit).map(deliveryView);
  const last = deliveries.at(-1);
  return {
    deliveries,
    next: rows.length > limit && last ? { createdAt: last.createdAt.toISOString(), id: last.id } : null,
  };
}

/** The ids of deliveries that match, so many at most. Throws invalid. */
export async function deliveryIds(ctx: Context, given: ListDeliveriesInput, limit: number): Promise<string[]> {
  requireWholeOrganisation(ctx);
  const input = checkedInput(listDeliveriesInput, given);
  const sql = sqlClient();
  const rows = await sql<{ id: string }[]>`
    select d.id ${sql.unsafe(deliveryJoins)} where ${matching(ctx, input)} limit ${limit}`;
  return rows.map(({ id }) => id);
}

/** Counted without what a delivery is shown with, which takes several times as long. */
function countOf(
  where: postgres.PendingQuery<postgres.Row[]>,
  { eventType, syncId, search }: { eventType?: string; syncId?: string; search?: string },
): postgres.PendingQuery<{ count: number }[]> {
  const sql = sqlClient();
  const events = sql`join webhook_events e on e.organisation_id = d.organisation_id and e.id = d.event_id`;
  const from = search
    ? sql.unsafe(deliveryJoins)
    : sql`from webhook_deliveries d ${eventType || syncId ? events : sql``}`;
  return sql<{ count: number }[]>`
    select count(*)::int as count ${from} where ${where}`;
}

function matching(ctx: Context, input: z.output<typeof listDeliveriesInput>): postgres.PendingQuery<postgres.Row[]> {
  const sql = sqlClient();
  const { state, eventType, webhookId, companyId, syncId, search } = input;
  return sql`
    d.organisation_id = ${ctx.organisationId}
    ${state ? sql`and d.state = any(${state})` : sql``}
    ${eventType ? sql`and e.webhook_type = ${eventType}` : sql``}
    ${webhookId ? sql`and d.config_id = ${webhookId}` : sql``}
    ${companyId ? sql`and d.company_id = ${companyId}` : sql``}
    ${syncId ? sql`and e.sync_id = ${syncId}` : sql``}
    ${search ? searching(search) : sql``}`;
}

/** A uuid is a delivery's, an event's or a sync's; else it is a name. */
function searching(search: string): postgres.PendingQuery<postgres.Row[]> {
  const sql = sqlClient();
  if (z.guid().safeParse(search).success) {
    const id = search.toLowerCase();
    return sql`and ${id}::uuid in (d.id, e.id, e.sync_id)`;
  }
  return sql`and (co.name_key like ${`%${likeEscaped(nameKey(search))}%`} or w.name ilike ${`%${likeEscaped(search)}%`})`;
}

/** One delivery with what is sent and every try of it. Throws not-found. */
export async function getDelivery(ctx: Context, input: { deliveryId: string }): Promise<DeliveryDetail> {
  requireWholeOrganisation(ctx);
  if (!z.guid().safeParse(input.deliveryId).success) throw notFound('Webhook log');
  const sql = sqlClient();
  const [row] = await sql<DeliveryRow[]>`
    select ${sql.unsafe(deliveryColumns)}, e.data ${sql.unsafe(deliveryJoins)}
    where d.organisation_id = ${ctx.organisationId} and d.id = ${input.deliveryId}`;
  if (!row) throw notFound('Webhook log');
  const attempts = await attemptsOf(ctx, input.deliveryId);
  return { ...deliveryView(row), payload: payloadOfRow(row), attempts };
}

const attemptsOf = (ctx: Context, deliveryId: string): Promise<AttemptView[]> =>
  db()
    .select({
      number: webhookAttempts.number,
      statusCode: webhookAttempts.statusCode,
      failure: webhookAttempts.failure,
      answer: webhookAttempts.answer,
      durationMs: webhookAttempts.durationMs,
      createdAt: webhookAttempts.createdAt,
    })
    .from(webhookAttempts)
    .where(and(eq(webhookAttempts.organisationId, ctx.organisationId), eq(webhookAttempts.deliveryId, deliveryId)))
    .orderBy(asc(webhookAttempts.number));
