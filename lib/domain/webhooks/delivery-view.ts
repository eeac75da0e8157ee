import type { DeliveryState, Integration, WebhookType } from '../../../db/schema/enums.ts';
import { payloadOf } from './payload.ts';
import type { DeliveryView } from './schema.ts';

/** What a delivery is read with, of `deliveryJoins`. */
export const deliveryColumns = `
  d.id, d.config_id, w.name as webhook_name, w.url as webhook_url, d.state, d.latest_status_code, d.attempt_count,
  d.next_attempt_at, d.created_at, d.updated_at, e.id as event_id, e.webhook_type, e.topics, e.company_id,
  co.name as company_name, e.integration, e.sync_id, e.created_at as happened_at`;

export const deliveryJoins = `
  from webhook_deliveries d
  join webhook_configs w on w.organisation_id = d.organisation_id and w.id = d.config_id
  join webhook_events e on e.organisation_id = d.organisation_id and e.id = d.event_id
  left join companies co on co.id = d.company_id`;

export interface DeliveryRow {
  id: string;
  config_id: string;
  webhook_name: string;
  webhook_url: string;
  state: DeliveryState;
  latest_status_code: number | null;
  attempt_count: number;
  next_attempt_at: Date;
  created_at: Date;
  updated_at: Date;
  event_id: string;
  webhook_type: WebhookType;
  topics: string[];
  company_id: string | null;
  company_name: string | null;
  integration: Integration | null;
  sync_id: string | null;
  happened_at: Date;
  /** Only where one delivery is read. */
  data?: Record<string, unknown>;
}

export const deliveryView = (row: DeliveryRow): DeliveryView => ({
  id: row.id,
  webhookId: Number(row.config_id),
  webhookName: row.webhook_name,
  webhookUrl: row.webhook_url,
  state: row.state,
  latestStatusCode: row.latest_status_code,
  attemptCount: row.attempt_count,
  eventType: row.webhook_type,
  // Every event that happened has a topic.
  isTest: row.topics.length === 0,
  companyId: companyIdOf(row),
  companyName: row.company_name,
  integration: row.integration,
  syncId: row.sync_id,
  nextAttemptAt: row.state === 'PENDING' ? row.next_attempt_at : null,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

/** What is sent of the event. */
export const payloadOfRow = (row: DeliveryRow) =>
  payloadOf({
    id: row.event_id,
    webhookType: row.webhook_type,
    topics: row.topics,
    companyId: companyIdOf(row),
    integration: row.integration,
    data: row.data ?? {},
    createdAt: row.happened_at,
  });

const companyIdOf = (row: DeliveryRow) => (row.company_id === null ? null : Number(row.company_id));
