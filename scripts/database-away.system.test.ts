import { afterEach, expect, test } from 'vitest';
import { closeDb } from '../db/client.ts';
import { startEmbeddedPostgres } from '../db/embedded.ts';
import { gateBefore } from '../db/testing/gate.ts';
import { makeOrganisation, makePerson, openSessionOf } from '../e2e/arrange/organisations.ts';
import { resetEnv } from '../lib/env.ts';
import { freePort, RunningStart, temporaryDataDir, until } from './testing/running-start.ts';

const cleanUps: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const secretKey = 'a-secret-key-of-32-characters-or-more';

/** A Postgres of this test, and a gate before it. */
async function ownPostgres() {
  const { path, remove } = temporaryDataDir();
  cleanUps.push(remove);
  const postgres = await startEmbeddedPostgres({ dataDir: path, throwaway: true });
  cleanUps.push(() => postgres.stop());
  const gate = await gateBefore(postgres.url);
  cleanUps.push(() => gate.end());
  return { directUrl: postgres.url, gate };
}

/** The cookie of an owner who is signed in at an address. */
async function signedIn(publicUrl: string, databaseUrl: string): Promise<string> {
  Object.assign(process.env, { PUBLIC_URL: publicUrl, DATABASE_URL: databaseUrl, SECRET_KEY: secretKey });
  resetEnv();
  const { cookie } = await openSessionOf(await makePerson(await makeOrganisation(), 'owner'));
  await closeDb();
  return `${cookie.name}=${cookie.value}`;
}

test('while the database is away a page of the console says so with 503, and is there again once it is back', async () => {
  const { directUrl, gate } = await ownPostgres();
  const { path, remove } = temporaryDataDir();
  cleanUps.push(remove);
  const env = { DATABASE_URL: gate.url, SECRET_KEY: secretKey };
  const started = new RunningStart(await freePort(), path, env);
  cleanUps.push(async () => {
    started.kill('SIGTERM');
    await started.exit();
  });
  await started.running();
  const address = `http://127.0.0.1:${started.port}`;
  const cookie = await signedIn(address, directUrl);
  const ask = async (page: string) => {
    const answer = await fetch(`${address}${page}`, { headers: { cookie }, redirect: 'manual' });
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), text: await answer.text() };
  };
  const pages = ['/', '/companies', '/settings/chains'];
  for (const page of pages) expect([page, (await ask(page)).status]).toEqual([page, 200]);

  gate.close();
  for (const page of pages) {
    const { status, retryAfter, text } = await ask(page);
    expect([page, status, retryAfter]).toEqual([page, 503, expect.any(String)]);
    expect(text).not.toContain('ECONNRESET');
  }
  expect((await ask('/api/internal/companies')).status).toBe(503);
  await until('readiness to notice', async () => (await ask('/readyz')).status === 503);
  expect((await ask('/healthz')).status).toBe(200);

  gate.open();
  for (const page of pages) await until(`${page} to be there again`, async () => (await ask(page)).status === 200);
  expect((await ask('/')).text).toContain('Overview');
  expect((await ask('/readyz')).status).toBe(200);
});
