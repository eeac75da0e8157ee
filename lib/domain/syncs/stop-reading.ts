import { and, eq, inArray } from 'drizzle-orm';
import { db } from '../../../db/client.ts';
import { syncs } from '../../../db/schema/syncs.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { recordAudit } from '../audit/mutations.ts';
import { lockCompany } from '../companies/mutations.ts';
import { cancelUnclaimed, requestCancel } from './ending.ts';

/**
 * Cancels the PULL of a company that waits or runs, if there is one; for who may disconnect it. Answers false while a
 * running one still ends, which it does within a page. Throws not-found.
 */
export async function stopReading(ctx: Context, input: { companyId: number }): Promise<boolean> {
  requirePermission(ctx, 'connections.write');
  const { companyId } = input;
  return db().transaction(async (tx) => {
    await lockCompany(tx, ctx, companyId);
    const [sync] = await tx
      .select({ id: syncs.id, cancelRequested: syncs.cancelRequested })
      .from(syncs)
      .where(
        and(
          eq(syncs.organisationId, ctx.organisationId),
          eq(syncs.companyId, companyId),
          eq(syncs.jobType, 'PULL'),
          inArray(syncs.status, ['QUEUED', 'RUNNING']),
        ),
      );
    if (!sync) return true;
    const hasEnded = await cancelUnclaimed(tx, { syncId: sync.id, companyId, now: ctx.now });
    if (!hasEnded) await requestCancel(tx, { syncId: sync.id });
    if (!sync.cancelRequested) {
      await recordAudit(tx, ctx, { action: 'sync.cancelled', companyId, subjectId: sync.id });
    }
    return hasEnded;
  });
}
