import { afterEach, expect, test } from 'vitest';
import {
  freePort,
  isRunning,
  type ListedProcess,
  RunningStart,
  temporaryDataDir,
  until,
} from './testing/running-start.ts';

const cleanUps: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

function dataDir(): string {
  const { path, remove } = temporaryDataDir();
  cleanUps.push(remove);
  return path;
}

async function start(folder: string, env?: Record<string, string>, port?: number): Promise<RunningStart> {
  const started = new RunningStart(port ?? (await freePort()), folder, env);
  cleanUps.push(async () => {
    const below = started.descendants();
    started.kill('SIGTERM');
    await started.exit();
    await gone(below);
  });
  return started;
}

const gone = (processes: ListedProcess[]) =>
  until(`the end of ${processes.map(({ command }) => command).join(', ')}`, () =>
    processes.every(({ pid }) => !isRunning(pid)),
  );

test('a start serves, prints the code of the first visit, and SIGTERM ends every process of it', async () => {
  const started = await (await start(dataDir())).running();
  expect(await started.status('/healthz')).toBe(200);
  expect(await started.status('/readyz')).toBe(200);
  expect(started.output).toMatch(/enter the code ([A-Z2-9]{4}-){2}[A-Z2-9]{4}/);

  const below = started.descendants();
  expect(below.length).toBeGreaterThanOrEqual(3);
  started.kill('SIGTERM');
  expect(await started.exit()).toBe(0);
  await gone(below);
});

test('a stop that comes while it starts leaves nothing behind, and the next start works', async () => {
  const folder = dataDir();
  const first = await start(folder);
  await until('Postgres', () => first.childRunning('postgres') !== undefined);
  const below = first.descendants();
  first.kill('SIGINT');
  expect(await first.exit()).toBe(0);
  await gone(below);

  const second = await (await start(folder)).running();
  expect(await second.status('/healthz')).toBe(200);
});

test('after kill -9 of the start its processes end by themselves, and the next start takes over the data', async () => {
  const folder = dataDir();
  const first = await (await start(folder)).running();
  const below = first.descendants();
  first.kill('SIGKILL');
  await first.exit();
  await gone(below);

  const second = await (await start(folder, {}, first.port)).running();
  expect(await second.status('/readyz')).toBe(200);
});

test('web, worker and Postgres come back by themselves after kill -9', async () => {
  const started = await (await start(dataDir())).running();
  for (const program of ['worker.js', 'server.js', 'postgres']) {
    await until(program, () => started.childRunning(program) !== undefined);
    const victim = started.childRunning(program);
    process.kill(victim?.pid ?? 0, 'SIGKILL');
    await until(`another ${program}`, () => {
      const now = started.childRunning(program);
      return now !== undefined && now.pid !== victim?.pid;
    });
    await until('an answer from the database', async () => (await started.status('/readyz')) === 200);
  }
});

test('two installations run side by side; a taken port or data folder is refused with what to do', async () => {
  const [first, second] = await Promise.all([start(dataDir()), start(dataDir())]);
  await Promise.all([first.running(), second.running()]);
  expect([await first.status('/healthz'), await second.status('/healthz')]).toEqual([200, 200]);

  const sameFolder = await start(first.dataDir);
  expect(await sameFolder.exit()).toBe(1);
  expect(sameFolder.output).toContain(`runs already on the data folder ${first.dataDir} (process ${first.pid}`);

  const samePort = await start(dataDir(), {}, first.port);
  expect(await samePort.exit()).toBe(1);
  expect(samePort.output).toContain(`Port ${first.port} on 127.0.0.1 is taken`);
  expect(await first.status('/healthz')).toBe(200);
});

test('a given database without its secret key is refused, and nothing is started', async () => {
  const started = await start(dataDir(), { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' });
  expect(await started.exit()).toBe(1);
  expect(started.output).toContain('SECRET_KEY is not set');
});

test('every page comes with a policy for its own nonce, whatever the caller sent', async () => {
  const started = await (await start(dataDir())).running();
  const ask = () =>
    fetch(`http://127.0.0.1:${started.port}/no-such-page`, {
      headers: { 'content-security-policy': "script-src 'nonce-evil' 'unsafe-inline'" },
    });
  const [one, two] = await Promise.all([ask(), ask()]);
  const nonce = one.headers.get('content-security-policy')?.match(/'nonce-([^']+)'/)?.[1] ?? '';
  expect(nonce).not.toBe('evil');
  expect(two.headers.get('content-security-policy')).not.toContain(nonce);
  const html = await one.text();
  expect(html).toContain(`nonce="${nonce}"`);
  expect(html).not.toMatch(/<script(?![^>]*nonce=)/);
});

test('what the router would answer in its own words the API answers in its shape', async () => {
  const started = await (await start(dataDir())).running();
  const ask = (path: string, method = 'GET') =>
    fetch(`http://127.0.0.1:${started.port}${path}`, { method, redirect: 'manual' });
  const asked = [ask('/v4/core/%E0%A4%A'), ask('/v4/core/companies/'), ask('/v4/core/companies', 'PROPFIND')];
  const answers = await Promise.all(asked);
  expect(answers.map((answer) => answer.status)).toEqual([404, 404, 405]);
  for (const answer of answers) {
    const { error } = (await answer.json()) as { error: { request_id: string } };
    expect(error.request_id).toBe(answer.headers.get('x-request-id'));
  }
  expect((await ask('/companies/%E0%A4%A')).status).toBeLessThan(500);
});
