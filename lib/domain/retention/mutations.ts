import { sqlClient } from '../../../db/client.ts';
import { env } from '../../env.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How long what is kept, in milliseconds. */
export const retentionMs = {
  idempotencyKeys: 24 * hourMs,
  syncs: 180 * dayMs,
  rejectedRecords: 180 * dayMs,
  sessions: 7 * dayMs,
  signInAttempts: dayMs,
  rateLimitBuckets: dayMs,
  webhookEvents: 30 * dayMs,
  deletedWebhooks: 30 * dayMs,
  bulkActions: 90 * dayMs,
  mails: 30 * dayMs,
  connectionChanges: 180 * dayMs,
  incidents: 180 * dayMs,
} as const;

/** Rows that one statement removes at most, so that none holds its locks for long. */
const batch = 5_000;

/**
 * Removes what is too old to keep: idempotency keys, ended syncs with their jobs and writes, rejected records,
 * sessions, sign-in attempts, rate-limit buckets, webhook events with their deliveries and tries, mails, changes of
 * health, incidents that are over, platform calls, and what full passes saw whose job has ended. Answers how many rows
 * of each.
 */
export async function pruneOld(input: {
  now: Date;
}): Promise<Record<keyof typeof retentionMs | 'platformCalls' | 'syncSeen', number>> {
  const sql = sqlClient();
  const before = (kind: keyof typeof retentionMs) => new Date(input.now.getTime() - retentionMs[kind]);
  const expired = before('sessions');
  const oldestCall = new Date(input.now.getTime() - env().platformCallDays * dayMs);
  return {
    idempotencyKeys: await inBatches(
      () => sql`
        delete from idempotency_keys where (organisation_id, key) in (
          select organisation_id, key from idempotency_keys where created_at < ${before('idempotencyKeys')} limit ${batch})`,
    ),
    syncs: await inBatches(
      () => sql`
        with old as (
          select id from syncs
          where status in ('SUCCESS', 'PARTIAL_SUCCESS', 'FAILED', 'CANCELLED') and created_at < ${before('syncs')}
          limit ${batch}
        ), jobs as (
          delete from sync_jobs where sync_id in (select id from old)
        ), written as (
          delete from writes where sync_id in (select id from old)
        )
        delete from syncs where id in (select id from old)`,
    ),
    rejectedRecords: await inBatches(
      () => sql`
        delete from rejected_records where (company_id, data_model, platform_id) in (
          select company_id, data_model, platform_id from rejected_records
          where created_at < ${before('rejectedRecords')} limit ${batch})`,
    ),
    sessions: await inBatches(
      () => sql`
        delete from sessions where id in (
          select id from sessions where expires_at < ${expired} or revoked_at < ${expired} limit ${batch})`,
    ),
    signInAttempts: await inBatches(
      () => sql`
        delete from sign_in_attempts where key in (
          select key from sign_in_attempts
          where window_started_at < ${before('signInAttempts')} and coalesce(blocked_until, ${input.now}) <= ${input.now}
          limit ${batch})`,
    ),
    rateLimitBuckets: await inBatches(
      () => sql`
        delete from rate_limit_buckets where key in (
          select key from rate_limit_buckets where refilled_at < ${before('rateLimitBuckets')} limit ${batch})`,
    ),
    platformCalls: await inBatches(
      () => sql`
        delete from platform_calls where id in (
          select id from platform_calls where created_at < ${oldestCall} limit ${batch})`,
    ),
    webhookEvents: await inBatches(
      () => sql`
        delete from webhook_events where (organisation_id, id) in (
          select organisation_id, id from webhook_events where created_at < ${before('webhookEvents')} limit ${batch})`,
    ),
    // After the events, since a deleted webhook stays for as long as the log names it.
    deletedWebhooks: await inBatches(
      () => sql`
        delete from webhook_configs where (organisation_id, id) in (
          select w.organisation_id, w.id from webhook_configs w
          where w.deleted_at < ${before('deletedWebhooks')}
            and not exists (
              select from webhook_deliveries d where d.organisation_id = w.organisation_id and d.config_id = w.id)
          limit ${batch})`,
    ),
    mails: await inBatches(
      () => sql`
        delete from mails where id in (select id from mails where created_at < ${before('mails')} limit ${batch})`,
    ),
    connectionChanges: await inBatches(
      () => sql`
        delete from connection_changes where id in (
          select id from connection_changes where created_at < ${before('connectionChanges')} limit ${batch})`,
    ),
    incidents: await inBatches(
      () => sql`
        delete from incidents where id in (select id from incidents where closed_at < ${before('incidents')} limit ${batch})`,
    ),
    // A few at a time: each has up to 100,000 rows that go with it.
    bulkActions: await inBatches(
      () => sql`
        delete from bulk_actions where id in (
          select id from bulk_actions where ended_at < ${before('bulkActions')} limit 10)`,
      10,
    ),
    syncSeen: await inBatches(
      () => sql`
        delete from sync_seen where (company_id, job_id, platform_id) in (
          select seen.company_id, seen.job_id, seen.platform_id
          from sync_seen seen left join sync_jobs job on job.id = seen.job_id
          where job.id is null or job.status in ('SUCCESS', 'FAILED') limit ${batch})`,
    ),
  };
}

/** Repeats a bounded statement until it finds no more. */
async function inBatches(statement: () => PromiseLike<{ count: number }>, size = batch): Promise<number> {
  let total = 0;
  for (;;) {
    const { count } = await statement();
    total += count;
    if (count < size) return total;
  }
}
