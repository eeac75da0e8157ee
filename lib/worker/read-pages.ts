import type { PlatformAccess } from '../domain/connections/platform-access.ts';
import { mapPage } from '../domain/records/map-page.ts';
import { storePage } from '../domain/records/mutations.ts';
import type { ClaimedJob, ClaimedRun } from '../domain/syncs/claim.ts';
import type { Heartbeat } from './heartbeat.ts';
import { lookAhead } from './look-ahead.ts';
import { reportChange } from './report.ts';

/** What the parts of a run share. */
export interface Room {
  run: ClaimedRun;
  access: PlatformAccess;
  heart: Heartbeat;
  now: () => Date;
  /** Waits between the tries of a model whose platform is down, in milliseconds. */
  retryDelaysMs: readonly number[];
  /** How long a refused sign-in is left alone before it is tried once more, in milliseconds. */
  confirmDelayMs: number;
}

/** Pages that are fetched and mapped while one is being stored. */
const pagesAhead = 1;

/** How far one attempt came. `cursor` is the checkpoint after the last page it stored. */
export type Pass =
  | { ended: 'whole'; cursor: unknown }
  | { ended: 'interrupted'; cursor: unknown }
  | { ended: 'failed'; cursor: unknown; pages: number; error: unknown; atSignIn: boolean };

/** Pulls and stores pages from a cursor on, until the pass is whole or something stops it. */
export async function readPages(room: Room, job: ClaimedJob, from: unknown): Promise<Pass> {
  const { run, heart, access } = room;
  const { model } = job.capability;
  let cursor = from;
  let pages = 0;
  const failed = (error: unknown, atSignIn: boolean): Pass =>
    heart.interruption() ? { ended: 'interrupted', cursor } : { ended: 'failed', cursor, pages, error, atSignIn };
  const opened = await heart.unlessInterrupted(settled(access.session()));
  if (!opened) return { ended: 'interrupted', cursor };
  if ('error' in opened.value) return failed(opened.value.error, true);
  const { full, syncFrom, signal } = { full: run.fullSync, syncFrom: job.syncFrom, signal: heart.signal };
  const pull = opened.value.value.pull(model, { cursor, full, syncFrom, signal });
  const ahead = lookAhead(pull, pagesAhead, (page) => mapPage(access.connector, model, page));
  try {
    for (;;) {
      const next = await heart.unlessInterrupted(ahead.next());
      if (!next) return { ended: 'interrupted', cursor };
      if (next.value.kind === 'end') return { ended: 'whole', cursor };
      if (next.value.kind === 'failed') return failed(next.value.error, false);
      const page = next.value.item;
      const outcome = await storePage({ ...claimOf(room, job), full, now: room.now(), ...page });
      cursor = page.checkpoint;
      pages += 1;
      const { created, updated, unchanged, rejected } = outcome;
      reportChange(run, { what: 'page-stored', model, created, updated, unchanged, rejected });
    }
  } finally {
    ahead.close();
  }
}

const settled = <T>(promise: Promise<T>): Promise<{ value: T } | { error: unknown }> =>
  promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );

/** What a page of a job is stored under. */
export const claimOf = ({ run }: Room, job: ClaimedJob) => ({
  companyId: run.companyId,
  organisationId: run.organisationId,
  syncId: run.syncId,
  jobId: job.id,
  claim: run.claim,
  model: job.capability.model,
});
