import { and, eq, sql } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { webhookConfigs, webhookDeliveries } from '../../../db/schema/webhooks.ts';
import { requirePermission, requireWholeOrganisation } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { conflict, notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import { giveUpAfterMs } from './retry.ts';
import {
  type CreatedWebhook,
  type CreateWebhookInput,
  createWebhookInput,
  type UpdateWebhookInput,
  updateWebhookInput,
  type WebhookView,
} from './schema.ts';
import { mergedHeaders, newSigningKey, openSecrets, sealSecrets, type WebhookSecrets } from './secrets.ts';
import { checkedTopics } from './topics.ts';
import { liveWebhook, type WebhookRow, webhookView } from './webhook-view.ts';

/** Makes a webhook. Its signing key is given back once and stored sealed. Throws invalid. */
export async function createWebhook(ctx: Context, given: CreateWebhookInput): Promise<CreatedWebhook> {
  requirePermission(ctx, 'webhooks.write');
  requireWholeOrganisation(ctx);
  const { headers, ...input } = checkedInput(createWebhookInput, given);
  const topics = checkedTopics(input.webhookType, input.topics);
  const secrets: WebhookSecrets = { signingKey: newSigningKey(), headers: mergedHeaders(headers, []) };
  const row = await db().transaction(async (tx) => {
    const id = await nextId(tx);
    const [made] = await tx
      .insert(webhookConfigs)
      .values({
        ...input,
        organisationId: ctx.organisationId,
        id,
        topics,
        ...sealed(ctx, id, secrets),
        ...switched(ctx, input.state),
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .returning();
    if (!made) throw new Error('The webhook was not stored');
    await recordAudit(tx, ctx, { action: 'webhook.created', subjectId: String(id), after: audited(made) });
    return made;
  });
  return { webhook: webhookView(row), signingKey: secrets.signingKey };
}

/** What the secrets are sealed to has to be known before they are stored. */
async function nextId(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ id: string }>(
    sql`select nextval(pg_get_serial_sequence('webhook_configs', 'id')) as id`,
  );
  return Number(row?.id);
}

/**
 * Changes a webhook; what is left out stays. Switching it on sends at once what waited while it was off. Throws
 * not-found and invalid.
 */
export async function updateWebhook(ctx: Context, given: UpdateWebhookInput): Promise<WebhookView> {
  requirePermission(ctx, 'webhooks.write');
  requireWholeOrganisation(ctx);
  const { webhookId, headers, ...input } = checkedInput(updateWebhookInput, given);
  return db().transaction(async (tx) => {
    const before = await lockWebhook(tx, ctx, webhookId);
    const topics = checkedTopics(input.webhookType ?? before.webhookType, input.topics ?? before.topics);
    const [after] = await tx
      .update(webhookConfigs)
      .set({
        ...input,
        topics,
        ...(headers ? resealed(ctx, before, headers) : {}),
        ...(input.state && input.state !== before.state ? switched(ctx, input.state) : {}),
        // Somebody who leaves it off has seen why it went off.
        ...(input.state === 'DISABLED' ? { disabledReason: 'PERSON' as const } : {}),
        updatedAt: ctx.now,
      })
      .where(liveWebhook(ctx, webhookId))
      .returning();
    if (!after) throw notFound('Webhook config');
    if (before.state === 'DISABLED' && after.state === 'ENABLED') await resumeDeliveries(tx, ctx, webhookId);
    await recordAudit(tx, ctx, {
      action: 'webhook.changed',
      subjectId: String(webhookId),
      before: audited(before),
      after: audited(after),
    });
    return webhookView(after);
  });
}

/** Deletes a webhook and its secrets. What was delivered stays in the log; what waits is dropped. Throws not-found. */
export async function deleteWebhook(ctx: Context, input: { webhookId: number }): Promise<void> {
  requirePermission(ctx, 'webhooks.write');
  requireWholeOrganisation(ctx);
  await db().transaction(async (tx) => {
    const before = await lockWebhook(tx, ctx, input.webhookId);
    await tx
      .update(webhookConfigs)
      .set({ state: 'DISABLED', secrets: null, secretsKeyId: null, deletedAt: ctx.now, updatedAt: ctx.now })
      .where(liveWebhook(ctx, input.webhookId));
    await tx
      .update(webhookDeliveries)
      .set({ state: 'FAILED', updatedAt: ctx.now })
      .where(pendingOf(ctx, input.webhookId));
    await recordAudit(tx, ctx, {
      action: 'webhook.deleted',
      subjectId: String(input.webhookId),
      before: audited(before),
    });
  });
}

/** Holds a webhook until the transaction ends. Throws not-found. */
export async function lockWebhook(tx: Tx, ctx: Context, webhookId: number): Promise<WebhookRow> {
  const [row] = await tx.select().from(webhookConfigs).where(liveWebhook(ctx, webhookId)).for('no key update');
  if (!row) throw notFound('Webhook config');
  return row;
}

/** The same of one that is on. Throws conflict too. */
export async function lockEnabledWebhook(tx: Tx, ctx: Context, webhookId: number): Promise<WebhookRow> {
  const row = await lockWebhook(tx, ctx, webhookId);
  if (row.state === 'DISABLED') throw conflict('The webhook is switched off; switch it on first');
  return row;
}

const pendingOf = (ctx: Context, webhookId: number) =>
  and(
    eq(webhookDeliveries.organisationId, ctx.organisationId),
    eq(webhookDeliveries.configId, webhookId),
    eq(webhookDeliveries.state, 'PENDING'),
  );

async function resumeDeliveries(tx: Tx, ctx: Context, webhookId: number): Promise<void> {
  await tx
    .update(webhookDeliveries)
    .set({
      nextAttemptAt: ctx.now,
      giveUpAt: new Date(ctx.now.getTime() + giveUpAfterMs),
      triesInRow: 0,
      updatedAt: ctx.now,
    })
    .where(pendingOf(ctx, webhookId));
}

/** A state that somebody chose, and a clean slate for who was failing. */
const switched = (ctx: Context, state: WebhookRow['state']) =>
  state === 'ENABLED'
    ? { state, disabledReason: null, disabledAt: null, failingSince: null }
    : { state, disabledReason: 'PERSON' as const, disabledAt: ctx.now };

function sealed(ctx: Context, webhookId: number, secrets: WebhookSecrets) {
  const { ciphertext, keyId } = sealSecrets(secrets, { organisationId: ctx.organisationId, webhookId });
  return { secrets: ciphertext, secretsKeyId: keyId, headerNames: secrets.headers.map((header) => header.name) };
}

function resealed(ctx: Context, row: WebhookRow, given: Parameters<typeof mergedHeaders>[0]) {
  const { secrets: ciphertext, secretsKeyId: keyId, id: webhookId } = row;
  if (!ciphertext || !keyId) throw notFound('Webhook config');
  const known = openSecrets({ ciphertext, keyId }, { organisationId: ctx.organisationId, webhookId });
  return sealed(ctx, webhookId, { ...known, headers: mergedHeaders(given, known.headers) });
}

/** What the audit log keeps of a webhook. */
const audited = (row: WebhookRow) => ({
  name: row.name,
  url: row.url,
  webhookType: row.webhookType,
  integration: row.integration,
  topics: row.topics,
  headers: row.headerNames,
  signatureHeader: row.signatureHeader,
  state: row.state,
});
