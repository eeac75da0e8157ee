import { randomUUID } from 'node:crypto';
import { sqlClient } from '../../../db/client.ts';
import type { Integration, WebhookType } from '../../../db/schema/enums.ts';
import type { Sealed } from '../../crypto/key-ring.ts';
import { announce } from '../../events/announce.ts';
import type { StoredEvent } from './payload.ts';

/** A delivery that this process is to send. */
export interface ClaimedDelivery {
  organisationId: number;
  id: string;
  /** Whoever settles it names it, so that a sender that was given up changes nothing. */
  claim: string;
  /** Tries since it was last asked for. */
  triesInRow: number;
  giveUpAt: Date;
  webhookId: number;
  url: string;
  signatureHeader: string | null;
  secrets: Sealed;
  event: StoredEvent;
}

/** How many deliveries of one webhook are on their way at once, and of one whose receiver is failing. */
const atOnce = { usually: 4, failing: 1 };
/** How far one look goes into the deliveries of a webhook; those of other companies behind them have to wait. */
const lookAt = 200;

/**
 * Takes deliveries that are due, at most `limit` of them. Each webhook has a share of its own, so that one that is slow
 * or dead holds up no other; of each company only the earliest is taken, and none while another is on its way, which
 * keeps their order as long as nothing fails.
 */
export async function claimDueDeliveries(input: { now: Date; limit: number }): Promise<ClaimedDelivery[]> {
  const { now, limit } = input;
  const rows = await sqlClient().begin(async (sql) => {
    // One at a time: two that look at once would each take a webhook's whole share.
    await sql`select pg_advisory_xact_lock(hashtextextended('webhook deliveries', 0))`;
    return sql<DueRow[]>`
      with picked as (
        select mine.organisation_id, mine.id
        from webhook_configs w
        cross join lateral (
          select count(*) as count from webhook_deliveries b
          where b.organisation_id = w.organisation_id and b.config_id = w.id and b.state = 'PROCESSING'
        ) busy
        cross join lateral (
          select * from (
            select distinct on (near.company_id) near.* from (
              select d.organisation_id, d.id, d.company_id, d.position, d.next_attempt_at
              from webhook_deliveries d
              where d.organisation_id = w.organisation_id and d.config_id = w.id and d.state = 'PENDING'
                and d.next_attempt_at <= ${now}
              order by d.next_attempt_at, d.position limit ${lookAt}
            ) near
            where not exists (
              select from webhook_deliveries b
              where b.organisation_id = w.organisation_id and b.config_id = w.id and b.state = 'PROCESSING'
                and b.company_id is not distinct from near.company_id
            )
            order by near.company_id, near.position
          ) earliest
          order by earliest.next_attempt_at, earliest.position
          limit greatest(0,
            case when w.failing_since is null then ${atOnce.usually}::bigint else ${atOnce.failing}::bigint end
              - busy.count)
        ) mine
        where w.state = 'ENABLED'
        order by mine.next_attempt_at, mine.position
        limit ${limit}
      ), taken as (
        update webhook_deliveries d
        set state = 'PROCESSING', claim = ${randomUUID()}, claimed_at = clock_timestamp(), updated_at = ${now}
        from picked p
        where d.organisation_id = p.organisation_id and d.id = p.id and d.state = 'PENDING'
        returning d.*
      )
      select t.organisation_id, t.id, t.claim, t.tries_in_row, t.give_up_at, t.config_id, w.url, w.signature_header,
        w.secrets, w.secrets_key_id, e.id as event_id, e.webhook_type, e.topics, e.company_id, e.integration, e.data,
        e.created_at
      from taken t
      join webhook_configs w on w.organisation_id = t.organisation_id and w.id = t.config_id
      join webhook_events e on e.organisation_id = t.organisation_id and e.id = t.event_id
      order by t.position`;
  });
  const claimed = rows.map(claimedDelivery);
  for (const { organisationId } of claimed) announce({ organisationId, topic: 'deliveries' });
  return claimed;
}

interface DueRow {
  organisation_id: string;
  id: string;
  claim: string;
  tries_in_row: number;
  give_up_at: Date;
  config_id: string;
  url: string;
  signature_header: string | null;
  secrets: Buffer;
  secrets_key_id: string;
  event_id: string;
  webhook_type: WebhookType;
  topics: string[];
  company_id: string | null;
  integration: Integration | null;
  data: Record<string, unknown>;
  created_at: Date;
}

const claimedDelivery = (row: DueRow): ClaimedDelivery => ({
  organisationId: Number(row.organisation_id),
  id: row.id,
  claim: row.claim,
  triesInRow: row.tries_in_row,
  giveUpAt: row.give_up_at,
  webhookId: Number(row.config_id),
  url: row.url,
  signatureHeader: row.signature_header,
  secrets: { ciphertext: row.secrets, keyId: row.secrets_key_id },
  event: {
    id: row.event_id,
    webhookType: row.webhook_type,
    topics: row.topics,
    companyId: row.company_id === null ? null : Number(row.company_id),
    integration: row.integration,
    data: row.data,
    createdAt: row.created_at,
  },
});

/** How long a sender may be silent: several times as long as a try may take. */
const silenceSeconds = 60;

/** Takes back what a process was sending that is gone, by the database's own clock. Says how many. */
export async function requeueLostDeliveries(): Promise<number> {
  const lost = await sqlClient()`
    update webhook_deliveries set state = 'PENDING', claim = null, claimed_at = null
    where state = 'PROCESSING' and claimed_at < clock_timestamp() - ${silenceSeconds} * interval '1 second'`;
  return lost.count;
}
