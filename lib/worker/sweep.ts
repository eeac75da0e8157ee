import { requeueLostBulkActions } from '../domain/bulk-actions/working-off.ts';
import { requeueLostSyncs } from '../domain/syncs/lost.ts';
import { requeueLostWrites } from '../domain/writes/pending.ts';
import { log } from '../log.ts';

/** Brings back syncs, writes and bulk actions whose process died or whose queue entry vanished. */
export async function requeueLost(input: { now: Date }): Promise<{ requeued: string[] }> {
  const requeued = await requeueLostSyncs(input);
  if (requeued.length > 0) log().warn({ syncIds: requeued }, 'lost syncs were queued again');
  const writeIds = await requeueLostWrites();
  if (writeIds.length > 0) log().warn({ writeIds }, 'writes that were left behind were queued again');
  const bulkActionIds = await requeueLostBulkActions(input);
  if (bulkActionIds.length > 0) log().warn({ bulkActionIds }, 'bulk actions that were left behind were queued again');
  return { requeued };
}
