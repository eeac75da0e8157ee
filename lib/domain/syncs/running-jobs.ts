import { and, eq, inArray, sql } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { connections, modelConfigs } from '../../../db/schema/connections.ts';
import type { ParentModel } from '../../../db/schema/enums.ts';
import { syncJobs, syncs } from '../../../db/schema/syncs.ts';
import type { FailureClass, FailureEvidence } from '../../connectors/errors.ts';
import type { PlatformErrorCode } from '../../errors.ts';
import { recordFirstRecord } from '../invite-links/steps.ts';
import { ClaimLost, forgetSeen } from '../records/mutations.ts';
import { nextDueAt, retryDueAt } from '../sync-config/due-interval.ts';
import { reachesFurtherBack } from '../sync-config/model-config.ts';
import { loadCompanyConfigs } from '../sync-config/stored-configs.ts';
import { type ClaimedJob, heldBy, type RunClaim } from './claim.ts';
import type { RefusedDeletions } from './schema.ts';

export type JobRow = typeof syncJobs.$inferSelect;

/** Why a model could not be read, in words that may be shown. */
export interface JobFailure {
  /** Null: not the platform's doing, such as a deletion that was refused. */
  failureClass: FailureClass | null;
  errorCode: PlatformErrorCode;
  message: string;
  evidence: FailureEvidence & Partial<RefusedDeletions>;
}

/** Throws ClaimLost unless the run still holds its claim; keeps it held until the transaction ends. */
async function requireClaim(tx: Tx, run: RunClaim): Promise<void> {
  const held = await tx.select({ id: syncs.id }).from(syncs).where(heldBy(run)).for('share');
  if (held.length === 0) throw new ClaimLost(run.syncId);
}

/** Begins a job, or goes on with it. Throws ClaimLost. */
export async function startJob(run: RunClaim, job: ClaimedJob, now: Date): Promise<void> {
  const startCursor = job.startCursor === null ? null : JSON.stringify(job.startCursor);
  await db().transaction(async (tx) => {
    await requireClaim(tx, run);
    await tx
      .update(syncJobs)
      .set({
        status: 'RUNNING',
        startTime: sql`coalesce(start_time, ${now.toISOString()}::timestamptz)`,
        // A job that is gone on with began where it was first begun.
        startCursor: sql`case when start_time is null then ${startCursor}::text::jsonb else start_cursor end`,
      })
      .where(and(eq(syncJobs.id, job.id), eq(syncJobs.status, 'CREATED')));
  });
}

/** Counts one more try of a job. */
export async function countRetry(job: ClaimedJob): Promise<void> {
  await db()
    .update(syncJobs)
    .set({ retryCount: sql`${syncJobs.retryCount} + 1` })
    .where(eq(syncJobs.id, job.id));
}

/**
 * Ends a job whose pass was whole: the model's cursor becomes the last checkpoint and its next due time is set, in the
 * same transaction. With `refused` the job ends FAILED nevertheless (what was read is stored, nothing was deleted).
 * A pass that was asked to read less far back than the model is set to leaves cursor and due time alone.
 * Throws ClaimLost.
 */
export async function finishJob(
  run: RunClaim & { fullSync: boolean },
  job: ClaimedJob,
  end: { now: Date; refused?: JobFailure },
): Promise<void> {
  const { capability } = job;
  await db().transaction(async (tx) => {
    await requireClaim(tx, run);
    const [ended] = await tx
      .update(syncJobs)
      .set({
        status: end.refused ? 'FAILED' : 'SUCCESS',
        endTime: end.now,
        ...(end.refused ? failureColumns(end.refused) : {}),
      })
      .where(and(eq(syncJobs.id, job.id), eq(syncJobs.status, 'RUNNING')))
      .returning({ checkpoint: syncJobs.checkpoint, created: syncJobs.recordsCreated });
    if (!ended) throw new ClaimLost(run.syncId);
    if (ended.created > 0) await recordFirstRecord(tx, { companyId: run.companyId, now: end.now });
    await forgetSeen(tx, { companyId: run.companyId, jobId: job.id });
    const schedule = await scheduleOf(tx, run.companyId, capability.model, end.now);
    const isNarrower = capability.honoursSyncFrom && reachesFurtherBack(job.syncFrom, schedule.syncFrom);
    if (isNarrower) return;
    const values = {
      cursor: ended.checkpoint ?? job.cursor,
      lastSyncedAt: end.now,
      ...(job.readsEverything ? { lastFullAt: end.now } : {}),
      dueAt: schedule.normal,
      updatedAt: end.now,
    };
    await tx
      .insert(modelConfigs)
      .values({ ...values, ...keysOf(run), dataModel: capability.model })
      .onConflictDoUpdate({ target: [modelConfigs.companyId, modelConfigs.dataModel], set: values });
  });
}

/** Ends a job that failed; the schedule tries its model again, the later the longer the connection has been failing. */
export async function failJob(run: RunClaim, job: ClaimedJob, end: { now: Date; failure: JobFailure }): Promise<void> {
  await db().transaction(async (tx) => {
    await requireClaim(tx, run);
    await tx
      .update(syncJobs)
      .set({ status: 'FAILED', endTime: end.now, ...failureColumns(end.failure) })
      .where(and(eq(syncJobs.id, job.id), inArray(syncJobs.status, ['CREATED', 'RUNNING'])));
    await forgetSeen(tx, { companyId: run.companyId, jobId: job.id });
    await setRetry(tx, run, job.capability.model, end);
  });
}

/** Ends every job of a run that has not ended, for a reason that stands against all of them. Throws ClaimLost. */
export async function failRemaining(run: RunClaim, end: { now: Date; failure: JobFailure }): Promise<void> {
  await db().transaction(async (tx) => {
    await requireClaim(tx, run);
    const jobs = await endJobs(tx, run, { now: end.now, columns: failureColumns(end.failure) });
    for (const job of jobs) await setRetry(tx, run, job.dataModel, end);
  });
}

/** Marks every job of a sync that has not ended as failed, and says which ones. */
export async function endJobs(
  tx: Tx,
  sync: { syncId: string; companyId: number },
  end: { now: Date; columns: Partial<JobRow> },
): Promise<JobRow[]> {
  const ended = await tx
    .update(syncJobs)
    .set({ status: 'FAILED', endTime: end.now, ...end.columns })
    .where(and(eq(syncJobs.syncId, sync.syncId), inArray(syncJobs.status, ['CREATED', 'RUNNING'])))
    .returning();
  for (const job of ended) await forgetSeen(tx, { companyId: sync.companyId, jobId: job.id });
  return ended;
}

/**
 * Sets when the schedule tries a failed model again. Soon after an outage; at the ordinary time where asking again
 * helps nobody; unchanged where the connection must be mended first, which makes it due at once.
 */
async function setRetry(
  tx: Tx,
  run: RunClaim,
  dataModel: ParentModel,
  { now, failure }: { now: Date; failure: JobFailure },
): Promise<void> {
  if (failure.failureClass === 'credentials' || failure.failureClass === 'wrong-company') return;
  const { companyId } = run;
  const { normal } = await scheduleOf(tx, companyId, dataModel, now);
  if (failure.failureClass === 'permission') return setDue(tx, run, dataModel, normal);
  const [connection] = await tx
    .select({ failureSince: connections.failureSince })
    .from(connections)
    .where(eq(connections.companyId, companyId));
  const failingSince = connection?.failureSince ?? now;
  return setDue(tx, run, dataModel, retryDueAt({ now, failingSince, normal, companyId }));
}

/** When a model is due after a pass that ends now, and how far back it is read. */
export async function scheduleOf(tx: Tx, companyId: number, dataModel: ParentModel, now: Date) {
  const known = await loadCompanyConfigs(tx, companyId);
  const entry = known?.entries.find((one) => one.dataModel === dataModel);
  if (!entry?.enabled) return { normal: null, syncFrom: entry?.syncFrom ?? null };
  const { frequency, interval, syncFrom } = entry;
  return { normal: nextDueAt({ frequency, interval, after: now, companyId, dataModel }), syncFrom };
}

export async function setDue(tx: Tx, run: { companyId: number }, dataModel: ParentModel, dueAt: Date | null) {
  await tx
    .update(modelConfigs)
    .set({ dueAt })
    .where(and(eq(modelConfigs.companyId, run.companyId), eq(modelConfigs.dataModel, dataModel)));
}

export const failureColumns = (failure: JobFailure) => ({
  failureClass: failure.failureClass,
  errorCode: failure.errorCode,
  errorMessage: failure.message,
  errorResponse: Object.keys(failure.evidence).length > 0 ? failure.evidence : null,
});

const keysOf = (run: RunClaim) => ({ companyId: run.companyId, organisationId: run.organisationId });
