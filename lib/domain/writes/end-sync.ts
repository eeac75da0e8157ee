import { sql } from 'drizzle-orm';
import type { Runner } from '../../../db/runner.ts';
import { publishSyncCompleted } from '../webhooks/sync-events.ts';

/** Locks a PUSH sync before one of its jobs ends, so that of jobs that end at once one sees that all have. */
export const lockPush = (tx: Runner, syncId: string) =>
  tx.execute(sql`select id from syncs where id = ${syncId} for no key update`);

/**
 * Ends a PUSH sync whose jobs have all ended, moves its company's last activity when it wrote something, and tells
 * receivers. The caller holds the sync's row.
 */
export async function endPushWhenDone(tx: Runner, input: { syncId: string; now: Date }): Promise<void> {
  const { syncId } = input;
  const now = sql`${input.now.toISOString()}::timestamptz`;
  const [ended] = await tx.execute(sql`
    with jobs as (
      select count(*) filter (where status = 'SUCCESS') as succeeded, count(*) filter (where status = 'FAILED') as failed,
        count(*) filter (where status in ('CREATED', 'RUNNING')) as open
      from sync_jobs where sync_id = ${syncId}
    ), worst as (
      select failure_class, error_message from sync_jobs
      where sync_id = ${syncId} and status = 'FAILED' order by position limit 1
    ), ended as (
      update syncs s set
        status = case
          when s.cancel_requested then 'CANCELLED'
          when jobs.failed = 0 then 'SUCCESS' when jobs.succeeded = 0 then 'FAILED' else 'PARTIAL_SUCCESS' end,
        end_time = ${now}, failure_class = (select failure_class from worst),
        failure_message = (select error_message from worst)
      from jobs
      where s.id = ${syncId} and s.status in ('QUEUED', 'RUNNING') and jobs.open = 0
      returning s.id, s.company_id, jobs.succeeded
    ), active as (
      update companies co set last_activity_at = ${now}
      from ended where co.id = ended.company_id and ended.succeeded > 0
    )
    select id from ended`);
  if (ended) await publishSyncCompleted(tx, input);
}
