import type { Integration, WebhookDisabledReason, WebhookState, WebhookType } from '@/db/schema/enums.ts';
import type { WebhookView } from '@/lib/domain/webhooks/schema.ts';

/** A webhook as the console shows it. Moments are ISO 8601. */
export interface WebhookRow {
  id: number;
  name: string;
  url: string;
  webhookType: WebhookType;
  integration: Integration | null;
  topics: string[];
  headerNames: string[];
  signatureHeader: string | null;
  state: WebhookState;
  disabledReason: WebhookDisabledReason | null;
  disabledAt: string | null;
  failingSince: string | null;
}

export const webhookRow = (webhook: WebhookView): WebhookRow => ({
  id: webhook.id,
  name: webhook.name,
  url: webhook.url,
  webhookType: webhook.webhookType,
  integration: webhook.integration,
  topics: webhook.topics,
  headerNames: webhook.headerNames,
  signatureHeader: webhook.signatureHeader,
  state: webhook.state,
  disabledReason: webhook.disabledReason,
  disabledAt: webhook.disabledAt?.toISOString() ?? null,
  failingSince: webhook.failingSince?.toISOString() ?? null,
});
