import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { resetEnv } from '../../lib/env.ts';
import { projectRoot } from './project-root.ts';
import { seedIfEmpty } from './seed.ts';

const { url } = await createTestDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'ledgerline-seed-'));
process.env.DATA_DIR = dataDir;
resetEnv();
afterAll(() => rmSync(dataDir, { recursive: true }));

const migrations = join(projectRoot, 'db', 'migrations');
const access = { email: 'demo@example.com', password: 'demo', apiKeyFile: 'key' };
const addOrganisation = (name: string) =>
  sqlClient()`insert into organisations (name, created_at) values (${name}, now())`;
const organisations = async () => (await sqlClient()`select name from organisations`).map((row) => row.name);

/** One connection, as the advisory lock of the seed needs. */
async function seedWith(seed: () => Promise<typeof access>) {
  const connection = postgres(url, { max: 1, onnotice: () => {} });
  return seedIfEmpty(connection, migrations, seed).finally(() => connection.end());
}

test('a seed that was broken off half way is taken away and made again', async () => {
  const brokenOff = seedWith(async () => {
    await addOrganisation('half');
    await sqlClient()`select graphile_worker.add_job('sync', '{}'::json)`;
    throw new Error('killed');
  });
  await expect(brokenOff).rejects.toThrow('killed');
  expect(await organisations()).toEqual(['half']);

  const again = await seedWith(async () => {
    await addOrganisation('whole');
    return access;
  });
  expect(again).toEqual(access);
  expect(await organisations()).toEqual(['whole']);
  const [jobs] = await sqlClient()`select count(*)::int as waiting from graphile_worker.jobs`;
  expect(jobs?.waiting).toBe(0);
});

test('a database with an organisation in it is left as it is', async () => {
  expect(await seedWith(() => Promise.reject(new Error('not to be called')))).toBeUndefined();
  expect(await organisations()).toEqual(['whole']);
});
