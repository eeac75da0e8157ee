import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sqlClient } from '../../../db/client.ts';
import { currentKeyId } from '../../../lib/crypto/key-ring.ts';
import { projectRoot } from '../../start/project-root.ts';
import type { Check } from './finding.ts';

const oldestMajor = 16;

/** Reachable, and new enough. */
export const checkServer: Check = async () => {
  const [row] = await sqlClient()<{ version: string; number: number }[]>`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number`;
  const major = Math.floor((row?.number ?? 0) / 10_000);
  if (major < oldestMajor) throw new Error(`PostgreSQL ${row?.version} is too old; ${oldestMajor} or newer is needed`);
  return { state: 'ok', message: `PostgreSQL ${row?.version} answers` };
};

/** Whether the tables are those of this version. */
export const checkMigrations: Check = async () => {
  const path = join(projectRoot, 'db', 'migrations', 'meta', '_journal.json');
  const { entries } = JSON.parse(readFileSync(path, 'utf8')) as { entries: { when: number }[] };
  const sql = sqlClient();
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as found`;
  if (!table?.found) return { state: 'note', message: 'None yet; the next start makes the tables' };
  const done = await sql<{ at: string }[]>`select created_at::text as at from drizzle.__drizzle_migrations`;
  const newest = Math.max(...entries.map(({ when }) => when));
  if (done.some(({ at }) => Number(at) > newest)) {
    throw new Error('The database was made by a newer version. Start that version, or restore a backup');
  }
  const open = entries.length - done.length;
  if (open > 0) return { state: 'note', message: `${open} of ${entries.length} are open; the next start runs them` };
  return { state: 'ok', message: `All ${entries.length} are done` };
};

/** Whether SECRET_KEY opens every credential that is stored. */
export const checkSecretKey: Check = async () => {
  const own = currentKeyId();
  const [row] = await sqlClient()<{ sealed: number; foreign: number }[]>`
    select count(*)::int as sealed, count(*) filter (where credentials_key_id <> ${own})::int as foreign
    from connections where credentials_key_id is not null`;
  const { sealed, foreign } = row ?? { sealed: 0, foreign: 0 };
  if (foreign > 0) {
    throw new Error(
      `SECRET_KEY did not seal the credentials of ${foreign} of ${sealed} connections. Use the former one`,
    );
  }
  return { state: 'ok', message: `${own} opens the credentials of all ${sealed} connections` };
};

/** Whether there is a queue, and whether something in it was given up. */
export const checkQueue: Check = async () => {
  const sql = sqlClient();
  const [schema] = await sql`select to_regclass('graphile_worker.jobs') is not null as found`;
  if (!schema?.found) return { state: 'note', message: 'None yet; the next start makes it' };
  const [row] = await sql<{ waiting: number; given_up: number; late: number }[]>`
    select count(*) filter (where attempts < max_attempts)::int as waiting,
      count(*) filter (where attempts >= max_attempts)::int as given_up,
      count(*) filter (where attempts < max_attempts and locked_at is null and run_at < now() - interval '10 minutes')::int as late
    from graphile_worker.jobs`;
  const { waiting, given_up: givenUp, late } = row ?? { waiting: 0, given_up: 0, late: 0 };
  if (givenUp > 0)
    throw new Error(`${givenUp} jobs were given up after all their attempts; the log of the worker says why`);
  if (late > 0)
    return {
      state: 'note',
      message: `${late} of ${waiting} jobs wait for more than ten minutes: is a worker running?`,
    };
  return { state: 'ok', message: `${waiting} jobs wait` };
};

/** Whether somebody can sign in. */
export const checkPeople: Check = async () => {
  const [row] = await sqlClient()<{ organisations: number; people: number }[]>`
    select (select count(*)::int from organisations) as organisations, (select count(*)::int from users) as people`;
  const { organisations, people } = row ?? { organisations: 0, people: 0 };
  if (people === 0) return { state: 'note', message: 'Nobody can sign in yet; the first visit sets it up' };
  return { state: 'ok', message: `${people} people in ${organisations} organisations` };
};
