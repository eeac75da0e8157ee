import { requeueLostSyncs } from '../domain/syncs/lost.ts';
import { log } from '../log.ts';

/** Brings back syncs whose worker died or whose queue entry vanished. */
export async function requeueLost(input: { now: Date }): Promise<{ requeued: string[] }> {
  const requeued = await requeueLostSyncs(input);
  if (requeued.length > 0) log().warn({ syncIds: requeued }, 'lost syncs were queued again');
  return { requeued };
}
