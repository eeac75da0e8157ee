import { log } from '../log.ts';

/** Waits, or returns early when the signal is aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });
}

/** Does something again and again with a pause in between, until the signal is aborted; a failure is logged. */
export async function loop(name: string, pauseMs: number, signal: AbortSignal, work: () => Promise<unknown>) {
  while (!signal.aborted) {
    try {
      await work();
    } catch (error) {
      log().error({ err: error }, `${name} failed`);
    }
    await pause(pauseMs, signal);
  }
}
