import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDb, type Sql, sqlClient } from '../db/client.ts';
import { startEmbeddedPostgres } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { resetEnv } from '../lib/env.ts';

/**
 * Runs a benchmark on a Postgres of its own, with the settings that an installation has (durable writes among them),
 * and removes it afterwards. It is the default of this process meanwhile.
 */
export async function onDatabase(work: (database: { sql: Sql; url: string }) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ledgerline-bench-'));
  const server = await startEmbeddedPostgres({ dataDir: folder });
  const clear = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const interrupted = () => void clear().finally(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    await migrate(server.url);
    process.env.DATABASE_URL = server.url;
    resetEnv();
    await work({ sql: sqlClient(), url: server.url });
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await closeDb();
    await clear();
  }
}
