import { fork } from 'node:child_process';
import type { ChildMessage } from './child.ts';

export interface TaskOptions {
  program: string;
  args?: string[];
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
  onMessage?: (message: ChildMessage) => void;
}

/**
 * Runs a child process to its end and returns its exit code, null when a signal ended it. When `signal` is aborted it
 * is asked to stop; it is gone when this resolves or throws. Detached, so that Ctrl-C in the terminal reaches the
 * parent alone.
 */
export async function runTask({ program, args = [], env, signal, onMessage }: TaskOptions): Promise<number | null> {
  signal.throwIfAborted();
  const child = fork(program, args, { env, detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const stop = () => child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  if (onMessage) child.on('message', onMessage);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  return code;
}
