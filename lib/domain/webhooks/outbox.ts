import { randomUUID } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import type { Integration, WebhookType } from '../../../db/schema/enums.ts';
import { giveUpAfterMs } from './retry.ts';

/** Something that happened at a company, or in the whole organisation. */
export interface NewEvent {
  organisationId: number;
  /** Null: it concerns no company more than others. */
  companyId: number | null;
  /** Of an event without a company: the platform that it is about, where there is one. */
  integration?: Integration | null;
  webhookType: WebhookType;
  /** What of it receivers can choose by; each word is one of the type's in `topics.ts`. */
  topics: readonly string[];
  syncId?: string;
  /** JSON, in the order in which receivers shall read it. */
  data: Record<string, unknown>;
  now: Date;
}

/**
 * Stores an event with a delivery for each receiver that wants it, in the transaction of the change. Where nobody wants
 * it nothing is stored. One statement.
 */
export async function publishEvent(tx: Tx, event: NewEvent): Promise<void> {
  await tx.execute(eventStatement(event));
}

/** Whether any receiver of the organisation listens to a type: to be asked before an event takes work to put together. */
export async function isWanted(tx: Tx, organisationId: number, webhookType: WebhookType): Promise<boolean> {
  const [wanting] = await tx.execute(sql`
    select 1 from webhook_configs
    where organisation_id = ${organisationId} and webhook_type = ${webhookType} and state = 'ENABLED' limit 1`);
  return wanting !== undefined;
}

/** The statement of `publishEvent`, for transactions of another driver. */
export function eventStatement(event: NewEvent): SQL {
  const now = sql`${event.now.toISOString()}::timestamptz`;
  const topics = sql`${textArray(event.topics)}::text[]`;
  return sql`
    with subject as (
      select ${event.integration ?? null}::text as integration where ${event.companyId}::bigint is null
      union all
      select integration from companies
      where id = ${event.companyId}::bigint and organisation_id = ${event.organisationId}::bigint
    ), wanting as (
      select w.id, subject.integration
      from webhook_configs w cross join subject
      where w.organisation_id = ${event.organisationId}::bigint and w.webhook_type = ${event.webhookType}
        and w.state = 'ENABLED'
        and (w.integration is null or w.integration = subject.integration)
        and (w.topics = '{}' or w.topics && ${topics})
    ), event as (
      insert into webhook_events
        (organisation_id, id, webhook_type, topics, company_id, integration, sync_id, data, created_at)
      select ${event.organisationId}::bigint, ${randomUUID()}::uuid, ${event.webhookType}, ${topics},
        ${event.companyId}::bigint, (select integration from wanting limit 1), ${event.syncId ?? null}::uuid,
        ${JSON.stringify(event.data)}::text::json, ${now}
      where exists (select from wanting)
      returning organisation_id, id, company_id, position
    )
    insert into webhook_deliveries
      (organisation_id, id, config_id, event_id, company_id, position, state, next_attempt_at, give_up_at, created_at,
        updated_at)
    select event.organisation_id, gen_random_uuid(), wanting.id, event.id, event.company_id, event.position, 'PENDING',
      ${now}, ${now} + ${giveUpAfterMs} * interval '1 millisecond', ${now}, ${now}
    from event cross join wanting`;
}

/** Our own words only: no quotes, commas or braces in them. */
const textArray = (words: readonly string[]) => `{${words.join(',')}}`;
