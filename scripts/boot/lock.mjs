import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs the work while no other process on this machine holds the lock of that name; waits for it otherwise.
 * The lock is a listening socket, so the system itself lets go of it when its holder dies, however it dies.
 */
export async function withLock(name, work) {
  let waited = false;
  for (;;) {
    const release = await tryLock(name);
    if (release) {
      try {
        return await work();
      } finally {
        release();
      }
    }
    if (!waited) process.stderr.write('Another start is installing the packages. Waiting for it.\n');
    waited = true;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** A function that lets go of the lock, or undefined when somebody holds it. */
export async function tryLock(name) {
  const path = socketPath(name);
  const first = await listen(path);
  if (first || path.startsWith('\0')) return first;
  // A socket file outlives its process. Nobody behind it: take it away and try again.
  if (await answers(path)) return undefined;
  rmSync(path, { force: true });
  return listen(path);
}

/** Linux has socket names without a file; elsewhere a file in the temporary folder. */
function socketPath(name) {
  const key = `ledgerline-${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
  return process.platform === 'linux' ? `\0${key}` : join(tmpdir(), `${key}.sock`);
}

function listen(path) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.unref();
    server.on('error', (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen({ path }, () => resolve(() => server.close()));
  });
}

function answers(path) {
  return new Promise((resolve) => {
    const socket = connect({ path });
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
