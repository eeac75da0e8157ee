import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runDrizzle } from 'drizzle-orm/postgres-js/migrator';
import { makeWorkerUtils } from 'graphile-worker';
import postgres from 'postgres';

/** Any fixed number: whoever migrates holds this advisory lock, the others wait. */
const lockId = 7_203_114_801;

/** Where the migrations lie; a bundled process is told, since its own file lies elsewhere. */
const defaultFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * Brings a database to this version: our tables and the queue's, under a lock, so that many starters may call it at
 * once. Refuses a database whose schema is newer than this code.
 */
export async function migrate(directUrl: string, folder = defaultFolder): Promise<void> {
  const sql = postgres(directUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${lockId})`;
    await refuseNewer(sql, folder);
    await runDrizzle(drizzle(sql), { migrationsFolder: folder });
    const queue = await makeWorkerUtils({ connectionString: directUrl });
    try {
      await queue.migrate();
    } finally {
      await queue.release();
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function refuseNewer(sql: postgres.Sql, folder: string): Promise<void> {
  const [found] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!found?.name) return;
  const [last] = await sql`select max(created_at)::text as made from drizzle.__drizzle_migrations`;
  const journal = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as { entries: { when: number }[] };
  const newest = Math.max(...journal.entries.map((entry) => entry.when));
  if (last?.made && Number(last.made) > newest) {
    throw new Error('The database was made by a newer version of Ledgerline. Start that version, or restore a backup.');
  }
}
