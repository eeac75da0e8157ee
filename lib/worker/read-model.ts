import { markDeleted } from '../domain/records/mutations.ts';
import type { ClaimedJob } from '../domain/syncs/claim.ts';
import { asJobFailure, waitSecondsOf } from '../domain/syncs/run-failure.ts';
import { countRetry, failJob, finishJob, type JobFailure, startJob } from '../domain/syncs/running-jobs.ts';
import { log } from '../log.ts';
import { claimOf, type Room, readPages } from './read-pages.ts';
import { reportChange } from './report.ts';

/** How reading a model ended. `endsRun`: what failed it stands against every model. */
export type ModelOutcome =
  | { kind: 'done' }
  | { kind: 'failed'; failure: JobFailure; endsRun: boolean }
  | { kind: 'rate-limited'; failure: JobFailure; waitSeconds: number }
  | { kind: 'interrupted' };

/** However often it gets a little further, a model that fails this often is given up for this run. */
const maxTries = 25;

/**
 * Reads one model to its end and closes its job. A platform that is down is tried again a few times, going on after the
 * last stored page. A sign-in that is refused half-way is renewed at once, since tokens run out, and one that is refused is
 * tried once more after a pause, since busy platforms say 401 too.
 * Throws ClaimLost, and what the database throws.
 */
export async function readModel(room: Room, job: ClaimedJob): Promise<ModelOutcome> {
  await startJob(room.run, job, room.now());
  reportChange(room.run, { what: 'model-begun', model: job.capability.model });
  let { cursor } = job;
  let failedInARow = 0;
  let signIns = 0;
  for (let tries = 1; ; tries++) {
    const pass = await readPages(room, job, cursor);
    cursor = pass.cursor;
    if (pass.ended === 'whole') return finishPass(room, job);
    if (pass.ended === 'interrupted') return { kind: 'interrupted' };
    if (pass.pages > 0) {
      failedInARow = 0;
      signIns = 0;
    }
    const failure = room.access.conceal(asJobFailure(pass.error));
    if (failure.failureClass === 'unknown') log().error({ syncId: room.run.syncId, err: pass.error }, 'a pull failed');
    if (failure.failureClass === 'rate-limit') {
      return { kind: 'rate-limited', failure, waitSeconds: waitSecondsOf(pass.error) };
    }
    const delayMs = room.retryDelaysMs[failedInARow];
    if (failure.failureClass === 'platform-down' && delayMs !== undefined && tries < maxTries) {
      failedInARow += 1;
      await countRetry(job);
      if (await pause(room, delayMs)) continue;
      return { kind: 'interrupted' };
    }
    if (failure.failureClass === 'credentials' && signIns < 2 && tries < maxTries) {
      // A token that ran out is renewed at once; a sign-in that is refused is heard a second time before it is believed.
      const isRefused = pass.atSignIn || signIns > 0;
      signIns = isRefused ? 2 : 1;
      room.access.forget();
      await countRetry(job);
      if (!isRefused || (await pause(room, room.confirmDelayMs))) continue;
      return { kind: 'interrupted' };
    }
    return failModel(room, job, failure, pass.atSignIn);
  }
}

/** Waits, a little less than asked so that not all come back at once. False when the run must not go on. */
async function pause({ heart }: Room, delayMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<true>((resolve) => {
    timer = setTimeout(resolve, delayMs * (0.5 + Math.random() / 2), true);
  });
  const done = await heart.unlessInterrupted(waited);
  clearTimeout(timer);
  return done !== null;
}

async function finishPass(room: Room, job: ClaimedJob): Promise<ModelOutcome> {
  const { run } = room;
  const refused = run.fullSync ? await deleteUnseen(room, job) : null;
  await finishJob(run, job, { now: room.now(), refused: refused ?? undefined });
  const { model } = job.capability;
  reportChange(run, { what: 'model-ended', model, status: refused ? 'FAILED' : 'SUCCESS' });
  return refused ? { kind: 'failed', failure: refused, endsRun: false } : { kind: 'done' };
}

/** Marks what a full pass did not see as deleted; says why not when too much would vanish. */
async function deleteUnseen(room: Room, job: ClaimedJob): Promise<JobFailure | null> {
  const { capability, syncFrom } = job;
  const outcome = await markDeleted({
    ...claimOf(room, job),
    now: room.now(),
    syncFrom: capability.honoursSyncFrom ? syncFrom : null,
    confirmed: job.deletionsConfirmed ?? 0,
  });
  if (outcome.outcome !== 'too-many') return null;
  const { wouldVanish, live } = outcome;
  return {
    failureClass: null,
    errorCode: 'operation-denied',
    message:
      `${wouldVanish} of ${live} records would be marked deleted, which is too many to believe. ` +
      'Nothing was deleted, and what was read is stored. Check on the platform whether they are really gone; ' +
      'if they are, confirm it at this sync in the console.',
    evidence: { wouldVanish, live },
  };
}

async function failModel(room: Room, job: ClaimedJob, failure: JobFailure, atSignIn: boolean): Promise<ModelOutcome> {
  await failJob(room.run, job, { now: room.now(), failure });
  reportChange(room.run, { what: 'model-ended', model: job.capability.model, status: 'FAILED' });
  const endsRun = atSignIn || failure.failureClass === 'credentials' || failure.failureClass === 'wrong-company';
  return { kind: 'failed', failure, endsRun };
}
