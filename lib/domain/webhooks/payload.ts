import type { Integration, WebhookType } from '../../../db/schema/enums.ts';

/** An event as it is stored. */
export interface StoredEvent {
  id: string;
  webhookType: WebhookType;
  topics: string[];
  companyId: number | null;
  integration: Integration | null;
  data: Record<string, unknown>;
  createdAt: Date;
}

/** What receivers read: the same with every try, made of what was stored when it happened. */
export const payloadOf = (event: StoredEvent) => ({
  id: event.id,
  type: event.webhookType,
  timestamp: event.createdAt.toISOString(),
  topics: event.topics,
  company_id: event.companyId,
  integration_type: event.integration,
  data: event.data,
});
