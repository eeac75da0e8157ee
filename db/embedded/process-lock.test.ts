import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readLockNote, tryProcessLock, withProcessLock } from './process-lock.ts';

const holderProgram = fileURLToPath(new URL('../testing/lock-holder.ts', import.meta.url));

test('a held lock is refused, says who holds it, and is free after its release', async () => {
  const name = randomUUID();
  const lock = await tryProcessLock(name, () => 'process 1');
  expect(await tryProcessLock(name)).toBeUndefined();
  expect(await readLockNote(name)).toBe('process 1');
  lock?.release();
  expect(await tryProcessLock(name)).toBeDefined();
});

test('the lock of a killed process is free', async () => {
  const name = randomUUID();
  const holder = fork(holderProgram, [name], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await once(holder, 'message');
  expect(await tryProcessLock(name)).toBeUndefined();
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(await withProcessLock(name, async () => 'taken')).toBe('taken');
});

test('of many that want it at once, one works at a time', async () => {
  const name = randomUUID();
  let inside = 0;
  let most = 0;
  const work = () =>
    withProcessLock(name, async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    });
  await Promise.all(Array.from({ length: 8 }, work));
  expect(most).toBe(1);
});
