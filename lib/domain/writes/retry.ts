import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { syncJobs } from '../../../db/schema/syncs.ts';
import { writes } from '../../../db/schema/writes.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { conflict, invalid } from '../../errors.ts';
import { enqueue } from '../../worker/queue.ts';
import { refusePaused } from './check-write.ts';
import { graceSeconds, timeoutSecondsOf } from './claim-write.ts';
import { insertWrites } from './insert-writes.ts';
import { pushKey } from './push-queue.ts';
import { loadTarget, notAvailable } from './target.ts';
import type { WritableModel } from './write-fields.ts';

/**
 * Repeats what failed of a PUSH sync in a new one: the same records under the same markers, each of which the platform is
 * asked for before it is sent. The caller holds the company's row and has found the sync ended. Throws conflict when
 * nothing of it failed, invalid when the company can't be written to
 * now, and forbidden while it or the model is paused.
 */
export async function retryWrites(
  tx: Tx,
  ctx: Context,
  input: { companyId: number; syncId: string },
): Promise<{ id: string; dataModels: WritableModel[] }> {
  requirePermission(ctx, 'writes.create');
  const { companyId } = input;
  const failed = await tx
    .select({ write: writes })
    .from(writes)
    .innerJoin(syncJobs, eq(syncJobs.id, writes.jobId))
    .where(and(eq(writes.syncId, input.syncId), eq(writes.companyId, companyId), eq(writes.state, 'FAILED')))
    .orderBy(asc(syncJobs.position));
  const [first] = failed;
  if (!first) throw conflict('Every record of this sync was written; there is nothing to repeat');
  const target = await loadTarget(tx, ctx, companyId);
  const { definition, isAvailable, problem } = target;
  if (!isAvailable || problem) throw invalid({ path: '', message: problem ?? notAvailable(definition.name) });
  const { integration } = definition;
  const model = first.write.dataModel as WritableModel;
  refusePaused(target, model);
  const quietMs = (timeoutSecondsOf(integration, model) + graceSeconds) * 1000;
  const planned = failed.map(({ write }) => ({
    operation: write.operation,
    platformId: write.operation === 'update' ? write.platformId : null,
    fields: write.fields,
    rawData: write.rawData,
    repeats: {
      marker: write.marker,
      jobId: write.jobId,
      sentAt: write.sentAt,
      // The last try may still be under way on the platform.
      dueAt: new Date(Math.max(ctx.now.getTime(), (write.sentAt?.getTime() ?? 0) + quietMs)),
    },
  }));
  const push = { companyId, integration, model, writes: planned, isRunning: false };
  const { syncId, stored } = insertWrites(tx, ctx, push);
  await stored;
  const runAt = new Date(Math.max(...planned.map(({ repeats }) => repeats.dueAt.getTime())));
  await enqueue(tx, 'push', { syncId }, { jobKey: pushKey(syncId), runAt });
  return { id: syncId, dataModels: [model] };
}
