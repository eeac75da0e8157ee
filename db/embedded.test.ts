import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAlive } from './embedded/processes.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts';

const holderProgram = fileURLToPath(new URL('./testing/postgres-holder.ts', import.meta.url));
// 0700, so that a run as root also shows that Postgres's own user need not be able to walk there.
const dataDir = mkdtempSync(join(tmpdir(), 'ledgerline-embedded-'));
const started: EmbeddedPostgres[] = [];

const start = async () => {
  const server = await startEmbeddedPostgres({ dataDir, throwaway: true });
  started.push(server);
  return server;
};
const postmasterPid = () => Number(readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await delay(10);
}

async function query<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, fetch_types: false });
  return work(sql).finally(() => sql.end());
}

beforeAll(async () => {
  const server = await start();
  await query(server.url, async (sql) => {
    await sql`create table kept (n int)`;
    await sql`insert into kept values (1)`;
  });
  await server.stop();
});
afterAll(async () => {
  for (const server of started) await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const kept = (url: string) => query(url, async (sql) => (await sql`select n from kept`).length);

test('stopped and started again it has its data and its port', async () => {
  const first = await start();
  await first.stop();
  const second = await start();
  expect(await kept(second.url)).toBe(1);
  expect(second.url).toBe(first.url);
  await second.stop();
  expect(existsSync(join(dataDir, 'pg', 'postmaster.pid'))).toBe(false);
});

test('a server that dies is noticed, and a new start recovers what was committed', async () => {
  const server = await start();
  const noticed = new Promise<void>((resolve) => server.onExit(resolve));
  process.kill(postmasterPid(), 'SIGKILL');
  await noticed;
  const next = await start();
  expect(await kept(next.url)).toBe(1);
  await next.stop();
});

test('a leftover pid file that names a living stranger does not keep it from starting', async () => {
  const server = await start();
  const left = readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8');
  await server.stop();
  writeFileSync(join(dataDir, 'pg', 'postmaster.pid'), left.replace(/^\d+/, String(process.ppid)));
  const next = await start();
  expect(await kept(next.url)).toBe(1);
  await next.stop();
});

test('two processes share one server, and the last to leave stops it', async () => {
  const holder = fork(holderProgram, [dataDir], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [url] = (await once(holder, 'message')) as [string];
  const own = await start();
  expect(own.url).toBe(url);
  const pid = postmasterPid();

  await own.stop();
  expect(isAlive(pid)).toBe(true);
  holder.send('stop');
  await once(holder, 'exit');
  expect(isAlive(pid)).toBe(false);
});

test('a holder that is killed leaves no server behind', async () => {
  const holder = fork(holderProgram, [dataDir], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await once(holder, 'message');
  const pid = postmasterPid();
  holder.kill('SIGKILL');
  await until(() => !isAlive(pid));
  const next = await start();
  expect(await kept(next.url)).toBe(1);
  await next.stop();
});

test('a data folder that was only half made is made anew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledgerline-embedded-'));
  mkdirSync(join(folder, 'pg.part', 'base'), { recursive: true });
  writeFileSync(join(folder, 'pg.part', 'PG_VERSION'), '18\n');
  const server = await startEmbeddedPostgres({ dataDir: folder, throwaway: true });
  expect(await query(server.url, async (sql) => (await sql`select 1`).length)).toBe(1);
  await server.stop();
  rmSync(folder, { recursive: true });
});

test('data of another major version is left alone, with a word on what to do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledgerline-embedded-'));
  mkdirSync(join(folder, 'pg'));
  writeFileSync(join(folder, 'pg', 'PG_VERSION'), '14\n');
  await expect(startEmbeddedPostgres({ dataDir: folder })).rejects.toThrow('was made by PostgreSQL 14');
  rmSync(folder, { recursive: true });
});
