import type { PlatformAccess } from '../domain/connections/platform-access.ts';
import { platformAccess } from '../domain/connections/platform-access.ts';
import { enqueuePush, pendingWrites, startPush } from '../domain/writes/pending.ts';
import { settleWrite } from '../domain/writes/settle.ts';

export interface PushOptions {
  syncId: string;
  now?: () => Date;
  /** Aborted when the worker stops: records in hand are finished, the rest is queued again. */
  signal?: AbortSignal;
  /** How long one queue entry works before it makes room for others, in milliseconds. */
  sliceMs?: number;
}

/** What became of a run. `handed-on`: the rest is queued, now or for when the platform's pause is over. */
export type PushOutcome = 'done' | 'handed-on' | 'not-started';

const usualSliceMs = 20_000;
/** Writes that are looked up at once. */
const batch = 100;

/**
 * Sends the records of a PUSH sync that nobody waits for, several at once as the platform allows, over one session. Each
 * record is claimed on its own, so that a run that dies leaves those in hand to be settled and the rest to the next. The
 * sync ends with its last job, whoever ends that.
 */
export async function pushSync(options: PushOptions): Promise<PushOutcome> {
  const { syncId, now = () => new Date(), signal, sliceMs = usualSliceMs } = options;
  const reached = await startPush({ syncId, now: now() });
  const access = reached && (await platformAccess(reached));
  if (!reached || !access) return 'not-started';
  const until = performance.now() + sliceMs;
  const isOver = () => signal?.aborted === true || performance.now() > until;
  try {
    return await sendAll({ syncId, access, now, isOver });
  } finally {
    access.close();
  }
}

interface Run {
  syncId: string;
  access: PlatformAccess;
  now: () => Date;
  isOver: () => boolean;
}

async function sendAll(run: Run): Promise<PushOutcome> {
  for (;;) {
    const ids = await pendingWrites({ syncId: run.syncId, limit: batch });
    if (ids.length === 0) return 'done';
    const pauseSeconds = await sendSome(run, ids);
    if (pauseSeconds === null && !run.isOver()) continue;
    await enqueuePush(run.syncId, pauseSeconds === null ? undefined : new Date(Date.now() + pauseSeconds * 1000));
    return 'handed-on';
  }
}

/** Sends writes, as many at once as the platform takes. Gives the pause that it asked for, or null. */
async function sendSome(run: Run, ids: readonly string[]): Promise<number | null> {
  const waiting = [...ids];
  let pauseSeconds: number | null = null;
  const lane = async () => {
    for (let writeId = waiting.shift(); writeId; writeId = waiting.shift()) {
      if (pauseSeconds !== null || run.isOver()) return;
      const settled = await settleWrite({ writeId, now: run.now, access: run.access });
      if (settled.state === 'waiting') pauseSeconds = settled.pauseSeconds ?? pauseSeconds;
    }
  };
  const { concurrency } = run.access.connector.definition.rateLimit;
  await Promise.all(Array.from({ length: concurrency }, lane));
  return pauseSeconds;
}
