import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type postgres from 'postgres';
import { env } from '../../lib/env.ts';
import { readFact, writeFact } from './installation.ts';

/** What a person needs to try the demo; made by the seed. */
export interface DemoAccess {
  email: string;
  password: string;
  apiKeyFile: string;
}

/** Any fixed number: whoever seeds holds this advisory lock, others wait and then find the work done. */
const lockId = 7_203_114_802;

/**
 * Seeds the demo organisation if the database has no organisation and no user. A seed that was killed half way is
 * recognised by its mark, taken away and begun again: nobody can have signed in before it was done. Returns undefined
 * when there was nothing to do.
 */
export async function seedIfEmpty(
  sql: postgres.Sql,
  migrations: string,
  seed: () => Promise<DemoAccess> = seedWithDemo,
): Promise<DemoAccess | undefined> {
  await sql`select pg_advisory_lock(${lockId})`;
  try {
    if ((await readFact(sql, 'demo-seed')) === 'begun') await empty(sql, migrations);
    if (!(await isEmpty(sql))) return undefined;
    await writeFact(sql, 'demo-seed', 'begun');
    // The books of an earlier demo know companies that this database does not.
    rmSync(join(env().dataDir, 'sandbox.json'), { force: true });
    process.stderr.write('Making the demo organisation.\n');
    const access = await seed();
    await writeFact(sql, 'demo-seed', 'done');
    return access;
  } finally {
    await sql`select pg_advisory_unlock(${lockId})`;
  }
}

/** Loaded only when it is needed: the engine and all that it brings. */
async function seedWithDemo(): Promise<DemoAccess> {
  const { seedDemo } = await import('../demo/main.ts');
  return seedDemo();
}

async function isEmpty(sql: postgres.Sql): Promise<boolean> {
  const [row] = await sql<{ used: boolean }[]>`
    select exists (select 1 from organisations) or exists (select 1 from users) as used`;
  return !row?.used;
}

/** Empties our own tables and the queue. Other things that may share the database are not touched. */
async function empty(sql: postgres.Sql, migrations: string): Promise<void> {
  process.stderr.write('The demo was only half made. Beginning it again.\n');
  const tables = ownTables(migrations).map((name) => sql(name));
  await sql.begin(async (tx) => {
    for (const table of tables) await tx`truncate ${table} restart identity cascade`;
    await tx`delete from graphile_worker._private_jobs`;
  });
}

/** The tables that the newest migration knows, as `public.name`. */
function ownTables(migrations: string): string[] {
  const folder = join(migrations, 'meta');
  const newest = readdirSync(folder)
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()
    .at(-1);
  const snapshot = JSON.parse(readFileSync(join(folder, newest ?? ''), 'utf8')) as { tables: Record<string, unknown> };
  return Object.keys(snapshot.tables);
}
