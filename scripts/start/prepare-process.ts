import postgres from 'postgres';
import { migrate } from '../../db/migrate.ts';
import { env } from '../../lib/env.ts';
import { databaseAway, fail, stopWhenAsked, tellParent } from './child.ts';
import { makeFirstRunCode } from './first-run-code.ts';
import { checkSealingKey } from './sealing-key.ts';
import { seedIfEmpty } from './seed.ts';
import { isAway, waitForDatabase } from './wait-for-database.ts';

/**
 * Makes the database ready, then ends: migrates, checks that the secret key is the one its credentials were sealed
 * with, seeds the demo into an empty one, makes the code for the first visit. Run with the folder of the migrations.
 */
stopWhenAsked(async () => {});
prepare(process.argv[2]).then(
  (result) => tellParent({ type: 'prepared', ...result }, () => process.exit(0)),
  (error) => (isAway(error) ? process.exit(databaseAway) : fail('The database could not be made ready', error)),
);
// The driver has look-ups of its own that nobody can catch.
process.on('unhandledRejection', (error) => {
  if (isAway(error)) process.exit(databaseAway);
  fail('The database could not be made ready', error);
});

async function prepare(migrations: string | undefined) {
  const { databaseDirectUrl: url, demo } = env();
  if (!url || !migrations) throw new Error('It needs DATABASE_URL and the folder of the migrations');
  await waitForDatabase(url);
  await migrate(url, migrations);
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    await checkSealingKey(sql);
    const seeded = demo ? await seedIfEmpty(sql, migrations) : undefined;
    return { seeded, firstRunCode: await makeFirstRunCode(sql) };
  } finally {
    await sql.end({ timeout: 5 });
  }
}
