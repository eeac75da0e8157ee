import { and, eq, isNull, type SQL } from 'drizzle-orm';
import { webhookConfigs } from '../../../db/schema/webhooks.ts';
import type { Context } from '../../context.ts';
import type { WebhookView } from './schema.ts';

export type WebhookRow = typeof webhookConfigs.$inferSelect;

/** A webhook of the organisation that was not deleted; all of them without an id. */
export const liveWebhook = (ctx: Context, webhookId?: number): SQL | undefined =>
  and(
    eq(webhookConfigs.organisationId, ctx.organisationId),
    isNull(webhookConfigs.deletedAt),
    webhookId === undefined ? undefined : eq(webhookConfigs.id, webhookId),
  );

/** A row without what is sealed. */
export const webhookView = (row: WebhookRow): WebhookView => ({
  id: row.id,
  name: row.name,
  url: row.url,
  webhookType: row.webhookType,
  integration: row.integration,
  topics: row.topics,
  headerNames: row.headerNames,
  signatureHeader: row.signatureHeader,
  state: row.state,
  disabledReason: row.disabledReason,
  disabledAt: row.disabledAt,
  failingSince: row.failingSince,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});
