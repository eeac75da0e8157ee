import type { SyncStatus } from '../../db/schema/enums.ts';
import { platformAccess } from '../domain/connections/platform-access.ts';
import { secondLookSeconds } from '../domain/connections/second-look.ts';
import { recordingCalls } from '../domain/platform-calls/recording.ts';
import { ClaimLost } from '../domain/records/mutations.ts';
import { beat, type ClaimedJob, type ClaimedRun, claimSync } from '../domain/syncs/claim.ts';
import { cancelRun, endRun, handBackRun, sleepRun } from '../domain/syncs/ending.ts';
import { asJobFailure, mayPass } from '../domain/syncs/run-failure.ts';
import { failRemaining, type JobFailure } from '../domain/syncs/running-jobs.ts';
import { log } from '../log.ts';
import { type Interruption, startHeartbeat } from './heartbeat.ts';
import { type ModelOutcome, readModel } from './read-model.ts';
import type { Room } from './read-pages.ts';
import { reportChange } from './report.ts';

export interface RunOptions {
  syncId: string;
  /** The clock of all that is stored; heartbeats keep the database's own. Default: the real one. */
  now?: () => Date;
  /** Aborted when the worker stops: the page in hand is finished or dropped and the run handed back. */
  signal?: AbortSignal;
  /** Waits between the tries of a model whose platform is down, in milliseconds. */
  retryDelaysMs?: readonly number[];
  /** How long a refused sign-in is left alone before it is tried once more, in milliseconds. */
  confirmDelayMs?: number;
}

/**
 * What became of a run. `ended`: the sync is over. `sleeping`: it waits for a platform's limit and is queued for then.
 * `handed-back`: it is queued again. `not-claimed`: it has ended, must wait, or a living worker has it.
 */
export type RunOutcome =
  | { outcome: 'ended'; status: SyncStatus }
  | { outcome: 'sleeping'; resumeAt: Date }
  | { outcome: 'handed-back' }
  | { outcome: 'not-claimed' };

const shortRetriesMs = [500, 2_000, 5_000] as const;
/** How long a run that stumbled over our own side waits before it is taken up again. */
const stumbleMs = 5_000;

/**
 * Runs a sync, or goes on with one, in this process: claims it, reads its models in order and ends it. Needs no queue.
 * Throws what the database throws when it stays away; the sync then goes on from its checkpoint once it is back.
 */
export async function runSync(options: RunOptions): Promise<RunOutcome> {
  const { syncId, now = () => new Date() } = options;
  const { retryDelaysMs = shortRetriesMs, confirmDelayMs = secondLookSeconds * 1000 } = options;
  const run = await claimSync({ syncId, now: now() });
  if (!run) return { outcome: 'not-claimed' };
  const heart = startHeartbeat(run, options.signal);
  try {
    if (run.cancelRequested) return await interrupted(run, 'cancel', now);
    const access = await platformAccess(run);
    if (!access) return await endWith(run, noConnector, now);
    try {
      return await readModels({ run, access, heart, now, retryDelaysMs, confirmDelayMs });
    } finally {
      access.close();
    }
  } catch (error) {
    return await recover(run, error, now);
  } finally {
    heart.end();
  }
}

async function readModels(room: Room): Promise<RunOutcome> {
  const { run, heart, now } = room;
  for (const job of run.jobs) {
    const outcome: ModelOutcome = heart.interruption() ? { kind: 'interrupted' } : await readRecorded(room, job);
    if (outcome.kind === 'interrupted') return interrupted(run, heart.interruption() ?? 'lost', now);
    if (outcome.kind === 'rate-limited') return sleep(run, outcome, now());
    if (outcome.kind === 'failed' && outcome.endsRun) return endWith(run, outcome.failure, now);
  }
  return end(run, now);
}

/** Reads a model and keeps a record of what was said with its platform. */
const readRecorded = (room: Room, job: ClaimedJob): Promise<ModelOutcome> => {
  const { run, access, now } = room;
  const { organisationId, companyId, syncId, requestId } = run;
  const scope = { organisationId, companyId, syncId, jobId: job.id, requestId, secrets: access.secrets, now };
  return recordingCalls({ ...scope, bodies: 'heads' }, () => access.limited(() => readModel(room, job)));
};

async function end(run: ClaimedRun, now: () => Date): Promise<RunOutcome> {
  const status = await endRun(run, { now: now() });
  reportChange(run, { what: 'sync-ended', status });
  return { outcome: 'ended', status };
}

async function endWith(run: ClaimedRun, failure: JobFailure, now: () => Date): Promise<RunOutcome> {
  await failRemaining(run, { now: now(), failure });
  return end(run, now);
}

async function sleep(
  run: ClaimedRun,
  { failure, waitSeconds }: Extract<ModelOutcome, { kind: 'rate-limited' }>,
  now: Date,
): Promise<RunOutcome> {
  const resumeAt = new Date(now.getTime() + waitSeconds * 1000);
  const { message, evidence } = failure;
  const stored = { failureClass: 'rate-limit', message, evidence: { ...evidence }, syncId: run.syncId };
  await sleepRun(run, { now, resumeAt, failure: stored });
  reportChange(run, { what: 'sync-waits', resumeAt });
  return { outcome: 'sleeping', resumeAt };
}

async function interrupted(run: ClaimedRun, why: Interruption, now: () => Date): Promise<RunOutcome> {
  if (why === 'lost') return { outcome: 'not-claimed' };
  if (why === 'cancel') {
    await cancelRun(run, { now: now() });
    reportChange(run, { what: 'sync-ended', status: 'CANCELLED' });
    return { outcome: 'ended', status: 'CANCELLED' };
  }
  await handBackRun(run, { now: now() });
  reportChange(run, { what: 'sync-waits', resumeAt: null });
  return { outcome: 'handed-back' };
}

/**
 * What to do about an error that is not the platform's. A lost claim: find out why. A database that stumbled: hand the
 * run back, and if even that fails leave it to whoever finds it silent. A fault of ours would come again: end the sync.
 */
async function recover(run: ClaimedRun, error: unknown, now: () => Date): Promise<RunOutcome> {
  if (error instanceof ClaimLost) {
    const state = await beat(run);
    return interrupted(run, state === 'cancel' ? 'cancel' : 'lost', now);
  }
  log().error({ syncId: run.syncId, err: error }, 'a sync stumbled');
  if (!mayPass(error)) return endWith(run, asJobFailure(error), now);
  await handBackRun(run, { now: now(), runAt: new Date(Date.now() + stumbleMs) });
  return { outcome: 'handed-back' };
}

const noConnector: JobFailure = {
  failureClass: 'unknown',
  errorCode: 'unknown-error',
  message: 'This installation has no connector for the platform',
  evidence: {},
};
