import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { syncJobs, syncs } from '../../../db/schema/syncs.ts';
import { writes } from '../../../db/schema/writes.ts';
import { endPushWhenDone, lockPush } from './end-sync.ts';

const message = 'The sync was cancelled before this record was sent. Nothing was written';

/**
 * Cancels what of a PUSH sync was not sent yet; what was sent goes on to its end. False when nothing waits. The caller
 * holds the company's row.
 */
export async function cancelWrites(tx: Tx, sync: { syncId: string; now: Date }): Promise<boolean> {
  await lockPush(tx, sync.syncId);
  const cancelled = await tx
    .update(writes)
    .set({
      state: 'FAILED',
      dueAt: null,
      endedAt: sync.now,
      failure: { failureClass: null, code: 'operation-denied', message, field: null, evidence: {} },
    })
    .where(and(eq(writes.syncId, sync.syncId), eq(writes.state, 'PENDING'), isNull(writes.claim)))
    .returning({ jobId: writes.jobId });
  if (cancelled.length === 0) return false;
  await tx.update(syncs).set({ cancelRequested: true }).where(eq(syncs.id, sync.syncId));
  await tx
    .update(syncJobs)
    .set({ status: 'FAILED', endTime: sync.now, errorCode: 'operation-denied', errorMessage: message })
    .where(
      inArray(
        syncJobs.id,
        cancelled.map(({ jobId }) => jobId),
      ),
    );
  await endPushWhenDone(tx, sync);
  return true;
}
