import { sql } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { syncs } from '../../../db/schema/syncs.ts';
import { isSilent, mayBegin } from './claim.ts';
import { enqueueRun, queueKey } from './insert-sync.ts';

/** A queue entry that was taken this long ago and has not led to a claim belongs to a worker that is gone. */
const takenTooLongAgo = sql`clock_timestamp() - interval '30 seconds'`;

/**
 * Brings back what was lost: runs whose worker has been silent go back to the queue, and syncs that wait without a
 * queue entry get one. May be called by many at once and as often as wanted.
 */
export async function requeueLostSyncs(input: { now: Date }): Promise<string[]> {
  return db().transaction(async (tx) => {
    const silent = await tx
      .update(syncs)
      .set({ status: 'QUEUED', claim: null })
      .where(sql`job_type = 'PULL' and ${isSilent}`)
      .returning({ id: syncs.id });
    const waiting = await waitingWithoutEntry(tx, input.now);
    const ids = [...new Set([...silent.map((sync) => sync.id), ...waiting])];
    for (const id of ids) await enqueueRun(tx, id);
    return ids;
  });
}

async function waitingWithoutEntry(tx: Tx, now: Date): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select s.id from syncs s
    where s.job_type = 'PULL' and s.status = 'QUEUED'
      and (s.resume_at is null or s.resume_at <= ${now.toISOString()}::timestamptz) and ${mayBegin('s')}
      and not exists (
        select 1 from graphile_worker.jobs j
        where j.key = ${queueKey('')} || s.id and j.attempts < j.max_attempts
          and (j.locked_at is null or j.locked_at > ${takenTooLongAgo}))
    for update of s skip locked`);
  return rows.map((row) => row.id);
}
