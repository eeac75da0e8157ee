import { and, eq, sql } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import type { StoredFailure } from '../../../db/schema/connections.ts';
import type { SyncStatus } from '../../../db/schema/enums.ts';
import { syncJobs, syncs } from '../../../db/schema/syncs.ts';
import type { FailureClass } from '../../connectors/errors.ts';
import {
  healthAfterRun,
  type ModelFailure,
  moveConnection,
  wakeConnection,
  worstFailure,
} from '../connections/health.ts';
import { ClaimLost } from '../records/mutations.ts';
import { publishSyncCompleted } from '../webhooks/sync-events.ts';
import { heldBy, isSilent, lockCompanyRow, type RunClaim } from './claim.ts';
import { enqueueRun } from './insert-sync.ts';
import { endJobs, type JobRow, scheduleOf, setDue } from './running-jobs.ts';
import { endedAs } from './sync-state.ts';

/**
 * Ends a run whose jobs have all ended, and says so on its connection: one transaction for the sync's status, the
 * connection's health and last sync, and what of them the company shows. Throws ClaimLost.
 */
export async function endRun(run: RunClaim, end: { now: Date }): Promise<SyncStatus> {
  return db().transaction(async (tx) => {
    await lockCompanyRow(tx, run.companyId);
    await endJobs(tx, run, { now: end.now, columns: notOffered });
    const jobs = await tx.select().from(syncJobs).where(eq(syncJobs.syncId, run.syncId));
    const status = endedAs(jobs);
    const failures = jobs.flatMap((job) => modelFailure(run, job));
    const shown = worstFailure(failures) ?? refusedJob(jobs);
    const ended = await tx
      .update(syncs)
      .set({
        status,
        endTime: end.now,
        claim: null,
        failureClass: shown?.failureClass ?? null,
        failureMessage: shown?.message ?? null,
      })
      .where(heldBy(run))
      .returning({ id: syncs.id });
    if (ended.length === 0) throw new ClaimLost(run.syncId);
    const succeeded = jobs.filter((job) => job.status === 'SUCCESS').length;
    await moveConnection(tx, {
      companyId: run.companyId,
      now: end.now,
      ...healthAfterRun({ succeeded, failures }),
      syncState: 'IDLE',
      syncResumeAt: null,
      ...(status === 'FAILED' ? {} : { lastSyncedAt: end.now }),
      active: jobs.some(changedSomething),
    });
    await publishSyncCompleted(tx, { syncId: run.syncId, now: end.now });
    return status;
  });
}

function modelFailure(run: RunClaim, job: JobRow): ModelFailure[] {
  if (job.status !== 'FAILED' || job.failureClass === null) return [];
  const evidence = { ...(job.errorResponse as Record<string, unknown> | null), dataModel: job.dataModel };
  const failureClass = job.failureClass as FailureClass;
  return [{ failureClass, message: job.errorMessage ?? '', evidence, syncId: run.syncId }];
}

/** A job that failed though nothing is wrong with the connection. */
function refusedJob(jobs: readonly JobRow[]): { failureClass: null; message: string | null } | null {
  const job = jobs.find((one) => one.status === 'FAILED');
  return job ? { failureClass: null, message: job.errorMessage } : null;
}

/** A job that the run could not take: its model is none of the platform's any more. */
const notOffered = { errorMessage: 'This model is no longer offered for the platform' };

const changedSomething = (job: JobRow) => job.recordsCreated + job.recordsUpdated + job.recordsDeleted > 0;

/**
 * Lets a run wait for a platform's limit: it gives up its claim, keeps its checkpoints and is queued for that moment;
 * no retry is counted. Throws ClaimLost.
 */
export async function sleepRun(
  run: RunClaim,
  wait: { now: Date; resumeAt: Date; failure: StoredFailure },
): Promise<void> {
  await db().transaction(async (tx) => {
    await lockCompanyRow(tx, run.companyId);
    await release(tx, run, wait.resumeAt);
    await moveConnection(tx, {
      companyId: run.companyId,
      now: wait.now,
      to: 'RATE_LIMIT_EXCEEDED',
      failure: wait.failure,
      syncState: 'SLEEPING',
      syncResumeAt: wait.resumeAt,
    });
    await enqueueRun(tx, run.syncId, wait.resumeAt);
  });
}

/** Hands a run back to the queue, for a worker that stops or stumbled; at once, or not before `runAt`. Throws ClaimLost. */
export async function handBackRun(run: RunClaim, end: { now: Date; runAt?: Date }): Promise<void> {
  await db().transaction(async (tx) => {
    await lockCompanyRow(tx, run.companyId);
    await release(tx, run, null);
    await moveConnection(tx, { companyId: run.companyId, now: end.now, syncState: 'RUNNING' });
    await enqueueRun(tx, run.syncId, end.runAt);
  });
}

async function release(tx: Tx, run: RunClaim, resumeAt: Date | null): Promise<void> {
  const released = await tx
    .update(syncs)
    .set({ status: 'QUEUED', claim: null, resumeAt })
    .where(heldBy(run))
    .returning({ id: syncs.id });
  if (released.length === 0) throw new ClaimLost(run.syncId);
  await tx
    .update(syncJobs)
    .set({ status: 'CREATED' })
    .where(and(eq(syncJobs.syncId, run.syncId), eq(syncJobs.status, 'RUNNING')));
}

const cancelled = { errorMessage: 'The sync was cancelled before this model was read to its end' };

/** Ends a run that somebody asked to end. What it stored stays; the connection's health is as it was. Throws ClaimLost. */
export async function cancelRun(run: RunClaim, end: { now: Date }): Promise<void> {
  await db().transaction(async (tx) => {
    await lockCompanyRow(tx, run.companyId);
    const ended = await tx
      .update(syncs)
      .set({ status: 'CANCELLED', endTime: end.now, claim: null })
      .where(heldBy(run))
      .returning({ id: syncs.id });
    if (ended.length === 0) throw new ClaimLost(run.syncId);
    await settleCancelled(tx, { ...run, now: end.now });
  });
}

/**
 * Cancels a sync that nobody is running: one that waits, sleeps, or lost its worker. False when somebody is, or it has
 * ended. The caller holds the company's row.
 */
export async function cancelUnclaimed(
  tx: Tx,
  sync: { syncId: string; companyId: number; now: Date },
): Promise<boolean> {
  const ended = await tx
    .update(syncs)
    .set({ status: 'CANCELLED', endTime: sync.now, claim: null, resumeAt: null, cancelRequested: true })
    .where(and(eq(syncs.id, sync.syncId), sql`(status = 'QUEUED' or ${isSilent})`))
    .returning({ id: syncs.id });
  if (ended.length === 0) return false;
  await settleCancelled(tx, sync);
  return true;
}

/** Asks the worker that runs a sync to end it. False when nobody runs it. */
export async function requestCancel(tx: Tx, sync: { syncId: string }): Promise<boolean> {
  const asked = await tx
    .update(syncs)
    .set({ cancelRequested: true })
    .where(and(eq(syncs.id, sync.syncId), eq(syncs.status, 'RUNNING')))
    .returning({ id: syncs.id });
  return asked.length > 0;
}

/** The rest of a cancellation: jobs, connection, and no new try before the models' ordinary time. */
async function settleCancelled(tx: Tx, sync: { syncId: string; companyId: number; now: Date }): Promise<void> {
  const jobs = await endJobs(tx, sync, { now: sync.now, columns: cancelled });
  for (const { dataModel } of jobs) {
    const { normal } = await scheduleOf(tx, sync.companyId, dataModel, sync.now);
    await setDue(tx, sync, dataModel, normal);
  }
  await wakeConnection(tx, { companyId: sync.companyId, now: sync.now, syncState: 'IDLE' });
  await publishSyncCompleted(tx, sync);
}
