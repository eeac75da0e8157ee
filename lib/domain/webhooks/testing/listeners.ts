import { sqlClient } from '../../../../db/client.ts';
import { type Context, makeContext } from '../../../context.ts';
import { createWebhook } from '../mutations.ts';
import type { CreatedWebhook, CreateWebhookInput } from '../schema.ts';

/** Makes a webhook, by default one to an address that nobody calls. */
export function makeWebhook(
  ctx: Context,
  input: Partial<CreateWebhookInput> & Pick<CreateWebhookInput, 'webhookType'>,
): Promise<CreatedWebhook> {
  const system = makeContext({ ...ctx, actor: { type: 'system', id: 'test', label: 'Test' } });
  return createWebhook(system, { name: 'Receiver', url: 'https://receiver.example/hook', ...input });
}

export interface StoredEvent {
  type: string;
  topics: string[];
  companyId: number;
  integration: string | null;
  syncId: string | null;
  data: Record<string, unknown>;
  deliveries: number;
}

/** The organisation's events in order, with the number of their deliveries. */
export async function storedEvents(ctx: Context): Promise<StoredEvent[]> {
  const rows = await sqlClient()`
    select e.webhook_type as type, e.topics, e.company_id::int as "companyId", e.integration, e.sync_id as "syncId",
      e.data, (select count(*)::int from webhook_deliveries d where d.event_id = e.id) as deliveries
    from webhook_events e where e.organisation_id = ${ctx.organisationId} order by e.position`;
  return rows as unknown as StoredEvent[];
}
