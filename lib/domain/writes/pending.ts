import { and, eq, sql } from 'drizzle-orm';
import { db, sqlClient, type Tx } from '../../../db/client.ts';
import { runnerOf } from '../../../db/runner.ts';
import { connections } from '../../../db/schema/connections.ts';
import { syncs } from '../../../db/schema/syncs.ts';
import { announceAfter } from '../../events/announce.ts';
import { enqueue } from '../../worker/queue.ts';
import type { Reached } from '../connections/platform-access.ts';
import { publishSyncStarted } from '../webhooks/sync-events.ts';
import { settleKey } from './move-write.ts';
import { isPaused } from './pause.ts';
import { pushKey } from './push-queue.ts';
import { openStates } from './write-state.ts';

/**
 * Begins a PUSH sync, or goes on with it, and gives what is needed to reach its platform; null when it has ended, and
 * while its connection or model is paused: then it is queued again once somebody resumes it.
 */
export async function startPush(input: { syncId: string; now: Date }): Promise<Reached | null> {
  return db().transaction(async (tx) => {
    const [held] = await tx.execute(sql`
      select 1 from writes w where w.sync_id = ${input.syncId} and ${isPaused(sql`w`)} limit 1`);
    if (held) return null;
    const started = await tx
      .update(syncs)
      .set({ status: 'RUNNING', startTime: input.now })
      .where(and(eq(syncs.id, input.syncId), eq(syncs.jobType, 'PUSH'), eq(syncs.status, 'QUEUED')))
      .returning({ organisationId: syncs.organisationId, companyId: syncs.companyId });
    if (started[0]) {
      announceAfter(tx, { ...started[0], topic: 'runs' });
      await publishSyncStarted(tx, input);
    }
    const [row] = await tx
      .select({
        companyId: syncs.companyId,
        organisationId: syncs.organisationId,
        integration: syncs.integration,
        entityId: connections.entityId,
        ciphertext: connections.credentials,
        keyId: connections.credentialsKeyId,
      })
      .from(syncs)
      .leftJoin(connections, eq(connections.companyId, syncs.companyId))
      .where(and(eq(syncs.id, input.syncId), eq(syncs.status, 'RUNNING')));
    if (!row) return null;
    const { ciphertext, keyId, ...reached } = row;
    return { ...reached, credentials: ciphertext && keyId ? { ciphertext, keyId } : null };
  });
}

/**
 * Writes of a sync whose turn it is, in the order of its records: those that were not tried yet, and those that a retry
 * repeats, which the platform is asked for first. What a pause holds back is not among them.
 */
export async function pendingWrites(input: { syncId: string; limit: number }): Promise<string[]> {
  const rows = await runnerOf(sqlClient()).execute(sql`
    select w.id from writes w join sync_jobs j on j.id = w.job_id
    where w.sync_id = ${input.syncId} and w.claim is null
      and (w.state = 'PENDING' and w.due_at is null and not ${isPaused(sql`w`)}
        or w.state = 'UNCERTAIN' and w.due_at <= clock_timestamp())
    order by j.position limit ${input.limit}`);
  return rows.map((row) => String(row.id));
}

/** Queues the rest of a PUSH sync, now or at a moment. */
export async function enqueuePush(syncId: string, runAt?: Date): Promise<void> {
  await db().transaction((tx) => enqueue(tx, 'push', { syncId }, { jobKey: pushKey(syncId), runAt }));
}

/** Queues a look at a write. */
export async function enqueueSettle(writeId: string, runAt?: Date): Promise<void> {
  await db().transaction((tx) => enqueue(tx, 'settle', { writeId }, { jobKey: settleKey(writeId), runAt }));
}

/** How long after its time a write without a queue entry counts as left behind. */
const leftAfterSeconds = 10;

/**
 * Queues what was left behind: writes whose time came and whose process is not heard of, and that no queue entry names.
 * May be called by many at once and as often as wanted.
 */
export async function requeueLostWrites(): Promise<string[]> {
  return db().transaction(async (tx) => {
    const lost = await lostWrites(tx);
    for (const syncId of new Set(lost.flatMap((write) => (write.waits_for_push ? [write.sync_id] : [])))) {
      await enqueue(tx, 'push', { syncId }, { jobKey: pushKey(syncId) });
    }
    for (const { id } of lost.filter((write) => !write.waits_for_push)) {
      await enqueue(tx, 'settle', { writeId: id }, { jobKey: settleKey(id) });
    }
    return lost.map((write) => write.id);
  });
}

interface LostRow extends Record<string, unknown> {
  id: string;
  sync_id: string;
  /** It has not been tried yet, and its sync's own entry takes it. */
  waits_for_push: boolean;
}

const lostWrites = (tx: Tx) =>
  tx.execute<LostRow>(sql`
    select w.id, w.sync_id, (w.state = 'PENDING' and w.due_at is null) as waits_for_push
    from writes w join syncs s on s.id = w.sync_id
    where w.state in ${[...openStates]} and not (w.state = 'PENDING' and ${isPaused(sql`w`)})
      and greatest(w.due_at, w.claim_until, w.created_at) < clock_timestamp() - ${leftAfterSeconds} * interval '1 second'
      and not exists (
        select 1 from graphile_worker.jobs j
        where j.key in (${settleKey('')} || w.id, ${pushKey('')} || w.sync_id) and j.attempts < j.max_attempts
          and (j.locked_at is null or j.locked_at > clock_timestamp() - interval '2 minutes'))
    order by w.created_at limit 500
    for update of w skip locked`);
