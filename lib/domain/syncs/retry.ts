import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db, type Tx } from '../../../db/client.ts';
import type { ConfigMode, Integration, ParentModel } from '../../../db/schema/enums.ts';
import { syncJobs, syncs } from '../../../db/schema/syncs.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { conflict, invalid, notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { lockCompany } from '../companies/mutations.ts';
import { inReach } from '../companies/reach.ts';
import { retryWrites } from '../writes/retry.ts';
import { insertSync } from './insert-sync.ts';
import { modelsToRetry } from './retry-plan.ts';
import { alreadyActive, syncable } from './startable.ts';
import { chosenModels, type PlannedModel } from './sync-plan.ts';
import { isActive } from './sync-state.ts';
import { refusedDeletionsOf } from './sync-view.ts';

/**
 * Does an ended sync once more, as a new one. Of a PULL what failed, was not read to its end or kept records aside, or all
 * of it where nothing did; of a PUSH the records that failed. A full one stays full. The new jobs name those that they do
 * again. Throws not-found, conflict while it has not ended or another is active, and invalid when nothing of it may be
 * synced now.
 */
export async function retrySync(
  ctx: Context,
  input: { syncId: string },
): Promise<{ id: string; dataModels: ParentModel[] }> {
  requirePermission(ctx, 'syncs.write');
  return db().transaction(async (tx) => {
    const sync = await lockSync(tx, ctx, input.syncId);
    if (isActive(sync.status)) throw conflict('The sync has not ended; wait for it to end or cancel it');
    if (sync.jobType === 'PUSH') {
      return noteRetry(tx, ctx, sync, await retryWrites(tx, ctx, { companyId: sync.companyId, syncId: sync.id }));
    }
    const jobs = await tx.select().from(syncJobs).where(eq(syncJobs.syncId, sync.id)).orderBy(asc(syncJobs.position));
    const { integration, known } = await syncable(tx, sync.companyId);
    const models = modelsToRetry(jobs, known.entries, sync.configMode === 'CUSTOM');
    if (models.length === 0) {
      throw invalid({ path: '', message: 'The models of this sync are all switched off or paused now' });
    }
    return noteRetry(tx, ctx, sync, await insertAgain(tx, ctx, { ...sync, integration, models }));
  });
}

type Started = { id: string; dataModels: ParentModel[] };

async function noteRetry(tx: Tx, ctx: Context, sync: typeof syncs.$inferSelect, started: Started): Promise<Started> {
  const { id: subjectId, dataModels } = started;
  const after = { dataModels, fullSync: sync.fullSync, retryOf: sync.id };
  await recordAudit(tx, ctx, { action: 'sync.retried', companyId: sync.companyId, subjectId, after });
  return started;
}

/**
 * Confirms that the records which a full sync did not find are really gone: starts a full sync of that model that may
 * mark as many deleted, and asks again should it be more. Throws not-found, conflict when nothing waits to be confirmed,
 * and what `startSync` throws.
 */
export async function confirmDeletions(
  ctx: Context,
  input: { syncId: string; jobId: string },
): Promise<{ id: string; dataModels: ParentModel[] }> {
  requirePermission(ctx, 'syncs.write');
  return db().transaction(async (tx) => {
    const sync = await lockSync(tx, ctx, input.syncId);
    const [job] = await tx
      .select()
      .from(syncJobs)
      .where(and(eq(syncJobs.syncId, sync.id), eq(syncJobs.id, input.jobId)));
    if (!job) throw notFound('Job');
    const { status, failureClass, errorResponse } = job;
    const refused = refusedDeletionsOf({ status, failure_class: failureClass, error_response: errorResponse });
    if (!refused) throw conflict('No deletions of this job wait to be confirmed');
    const { integration, known } = await syncable(tx, sync.companyId);
    const plan = chosenModels(known.definition, known.entries, [{ dataModel: job.dataModel }]);
    if ('issues' in plan) throw invalid(plan.issues.map(({ message }) => ({ path: '', message })));
    const again = { parentJobId: job.id, deletionsConfirmed: refused.wouldVanish };
    const models = plan.models.map((model) => ({ ...model, syncFrom: job.syncFrom, again }));
    const started = await insertAgain(tx, ctx, { ...sync, integration, models, fullSync: true });
    await recordAudit(tx, ctx, {
      action: 'sync.deletions-confirmed',
      companyId: sync.companyId,
      subjectId: started.id,
      after: { dataModel: job.dataModel, ...refused },
    });
    return started;
  });
}

async function insertAgain(
  tx: Tx,
  ctx: Context,
  again: {
    companyId: number;
    integration: Integration;
    configMode: ConfigMode;
    dataModels: readonly ParentModel[];
    fullSync: boolean;
    models: readonly PlannedModel[];
  },
): Promise<{ id: string; dataModels: ParentModel[] }> {
  const { companyId, integration, fullSync, models } = again;
  const configMode = models.length < again.dataModels.length ? 'CUSTOM' : again.configMode;
  const id = await insertSync(tx, ctx, { companyId, integration, syncType: 'MANUAL', configMode, fullSync, models });
  if (!id) throw conflict(alreadyActive);
  return { id, dataModels: models.map((model) => model.dataModel) };
}

/** A sync within reach, its company's row locked until the transaction ends. Throws not-found. */
async function lockSync(tx: Tx, ctx: Context, syncId: string): Promise<typeof syncs.$inferSelect> {
  if (!z.uuid().safeParse(syncId).success) throw notFound('Sync');
  const isMeant = and(
    eq(syncs.organisationId, ctx.organisationId),
    eq(syncs.id, syncId),
    inReach(ctx, syncs.companyId),
  );
  const [named] = await tx.select({ companyId: syncs.companyId }).from(syncs).where(isMeant);
  if (!named) throw notFound('Sync');
  await lockCompany(tx, ctx, named.companyId);
  const [sync] = await tx.select().from(syncs).where(isMeant);
  if (!sync) throw notFound('Sync');
  return sync;
}
