import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestToken } from './testing/sandbox.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-serve-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(fileURLToPath(new URL('./serve.ts', import.meta.url)), {
    env: { ...process.env, SANDBOX_PORT: '0', SANDBOX_STATE: join(folder, 'state.json') },
    stdio: 'ignore',
  });
  const [message] = (await once(child, 'message')) as [{ ready: string }];
  return { child, url: message.ready };
}

test('the process says when it is ready, survives a kill with its books whole, and stops cleanly', async () => {
  const first = await start();
  const patched = await fetch(`${first.url}/_admin/books/al-manar`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Renamed' }),
  });
  expect(patched.status).toBe(200);
  const stopped = once(first.child, 'exit');
  first.child.kill('SIGTERM');
  expect(await stopped).toEqual([0, null]);

  const second = await start();
  const killed = once(second.child, 'exit');
  second.child.kill('SIGKILL');
  await killed;

  const third = await start();
  const answer = await (await requestToken(third.url, 'al-manar', 'almanar-demo-secret')).json();
  expect(answer).toMatchObject({ book_id: 'al-manar', book_name: 'Renamed' });
  const gone = once(third.child, 'exit');
  third.child.disconnect();
  expect(await gone).toEqual([0, null]);
});
