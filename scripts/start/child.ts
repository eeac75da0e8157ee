import type { DemoAccess } from './seed.ts';

/** What a child of the start says to it. */
export type ChildMessage =
  | { type: 'ready' }
  | { type: 'opened' }
  | { type: 'failed'; reason: string }
  | ({ type: 'prepared' } & Prepared);

/** What making the database ready brought. */
export interface Prepared {
  seeded: DemoAccess | undefined;
  /** While nobody can sign in: what the first visitor must enter. */
  firstRunCode: string | undefined;
}

/** What the start says to a child. */
export type ParentMessage = { type: 'open' };

/** Exit code of a task that lost the database on its way and may be run again. */
export const databaseAway = 75;

const stopPatienceMs = 10_000;

/** Tells the start something; without a parent (a process of its own in a container) nobody listens. */
export function tellParent(message: ChildMessage, sent: () => void = () => {}): void {
  if (process.connected) process.send?.(message, sent);
  else sent();
}

/** Calls back when the start says so; at once without a parent. */
export function onOpened(open: () => void): void {
  if (!process.connected) open();
  process.on('message', (message: ParentMessage) => {
    if (message.type === 'open') open();
  });
}

/**
 * Runs `stop` once and ends the process: on a signal, and when the parent is gone without having stopped us. Ends it
 * after ten seconds whatever happens.
 */
export function stopWhenAsked(stop: () => Promise<void>): void {
  // Nobody may read the output any more; that is no reason to end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  let stopping = false;
  const begin = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), stopPatienceMs).unref();
    stop().then(
      () => process.exit(0),
      (error) => fail('Stopping failed', error),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, begin);
  if (!process.connected) return;
  process.on('disconnect', begin);
  // Where the channel survives its parent (a debugger, a shell in between), the new parent's id tells.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && begin(), 1000).unref();
}

/** Says what failed and ends the process; the start decides whether to try again. */
export function fail(what: string, error: unknown): never {
  process.stderr.write(`${what}: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
