import { beat, type RunClaim } from '../domain/syncs/claim.ts';
import { beatMs } from '../domain/syncs/sync-state.ts';
import { log } from '../log.ts';

/** Why a run must not go on: somebody cancelled it, another worker has it, or this worker stops. */
export type Interruption = 'cancel' | 'lost' | 'stop';

export interface Heartbeat {
  /** Aborted when the run must not go on. */
  signal: AbortSignal;
  /** Why, once it is aborted. */
  interruption: () => Interruption | null;
  /** What a promise brings, or null as soon as the run must not go on. */
  unlessInterrupted: <T>(promise: Promise<T>) => Promise<{ value: T } | null>;
  end: () => void;
}

/** Says every two seconds, with a statement of its own, that a run is alive, and hears whether it is still wanted. */
export function startHeartbeat(run: RunClaim, stopping: AbortSignal | undefined): Heartbeat {
  const controller = new AbortController();
  const { signal } = controller;
  let interruption: Interruption | null = null;
  const interrupt = (reason: Interruption) => {
    interruption ??= reason;
    controller.abort();
  };
  const onStop = () => interrupt('stop');
  if (stopping?.aborted) onStop();
  stopping?.addEventListener('abort', onStop, { once: true });
  const timer = setInterval(() => {
    beat(run).then(
      (state) => {
        if (state !== 'held') interrupt(state);
      },
      (error) => log().warn({ syncId: run.syncId, err: error }, 'a heartbeat did not get through'),
    );
  }, beatMs);
  return {
    signal,
    interruption: () => interruption,
    unlessInterrupted: (promise) => unlessAborted(promise, signal),
    end: () => {
      clearInterval(timer);
      stopping?.removeEventListener('abort', onStop);
    },
  };
}

/** Not Promise.race: against a promise that lives as long as the run it would keep every page in memory. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<{ value: T } | null> {
  return new Promise((resolve, reject) => {
    const onAbort = () => resolve(null);
    const settle = () => signal.removeEventListener('abort', onAbort);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    promise.then((value) => resolve({ value }), reject).finally(settle);
  });
}
