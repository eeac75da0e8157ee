import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A held lock. `release` lets go of it; so does the end of the process, however it ends. */
export interface ProcessLock {
  release(): void;
}

/**
 * Takes a lock that one process on this machine can hold, or returns undefined when it is held.
 * The lock is a listening socket: the system frees it when its holder dies, so it never goes stale.
 * `note` is what a process that finds the lock held can read with `readLockNote`.
 */
export async function tryProcessLock(name: string, note: () => string = () => ''): Promise<ProcessLock | undefined> {
  const path = socketPath(name);
  const lock = await listen(path, note);
  if (lock || path.startsWith('\0')) return lock;
  // A socket file outlives its process. Nobody behind it: take it away and try again.
  if ((await readNote(path)) !== undefined) return undefined;
  rmSync(path, { force: true });
  return listen(path, note);
}

/** Runs the work under the lock; waits while another process holds it. */
export async function withProcessLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  let lock = await tryProcessLock(name);
  while (!lock) {
    await delay(25);
    lock = await tryProcessLock(name);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** What the holder of the lock says about itself; undefined when nobody holds it. */
export function readLockNote(name: string): Promise<string | undefined> {
  return readNote(socketPath(name));
}

/** Linux has socket names without a file; elsewhere it is a file in the temporary folder. */
function socketPath(name: string): string {
  const key = `ledgerline-${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
  return process.platform === 'linux' ? `\0${key}` : join(tmpdir(), `${key}.sock`);
}

function listen(path: string, note: () => string): Promise<ProcessLock | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end(note());
    });
    server.unref();
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen({ path }, () => resolve({ release: () => server.close() }));
  });
}

function readNote(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect({ path });
    socket.setEncoding('utf8').setTimeout(1000, () => socket.destroy());
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', () => resolve(undefined));
    socket.on('close', () => resolve(text));
  });
}
