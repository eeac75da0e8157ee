import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '../lib/env.ts';
import { keepingSteps } from './after-commit.ts';

export type Db = PostgresJsDatabase;
/** What a transaction hands to its body; the same query methods as Db. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];
export type Sql = postgres.Sql;

interface Clients {
  url: string;
  drizzleSql: postgres.Sql;
  db: Db;
  sql: postgres.Sql;
}

// Next's bundles and the process around them each load this file: the pools are shared through globalThis.
const holder = globalThis as typeof globalThis & { __ledgerlineDb?: Clients };

function clients(): Clients {
  const { databaseUrl, databasePool, databasePrepare } = env();
  if (!databaseUrl) throw new Error('DATABASE_URL is not set');
  const known = holder.__ledgerlineDb;
  if (known?.url === databaseUrl) return known;
  const options = {
    max: databasePool,
    idle_timeout: 60,
    connect_timeout: 5,
    // Its default grows to 20 s, in which requests would wait instead of failing while Postgres is away.
    backoff: (tries: number) => Math.min(0.05 * 2 ** tries, 1),
    prepare: databasePrepare,
    onnotice: () => {},
    connection: { application_name: 'ledgerline', TimeZone: 'UTC' },
  };
  // Two clients: drizzle() changes how its own reads times and writes JSON.
  const drizzleSql = postgres(databaseUrl, options);
  const made: Clients = {
    url: databaseUrl,
    drizzleSql,
    db: keepingSteps(drizzle(drizzleSql)),
    sql: postgres(databaseUrl, options),
  };
  holder.__ledgerlineDb = made;
  return made;
}

/** The Drizzle instance of this process: for the domain's ordinary reads and writes. */
export const db = (): Db => clients().db;

/** The plain postgres.js client: prepared statements for hot reads, and the bulk statements of the record store. */
export const sqlClient = (): Sql => clients().sql;

/** Ends both pools; for a clean stop and the end of a test suite. */
export async function closeDb(): Promise<void> {
  const known = holder.__ledgerlineDb;
  if (!known) return;
  holder.__ledgerlineDb = undefined;
  await Promise.all([known.drizzleSql.end({ timeout: 5 }), known.sql.end({ timeout: 5 })]);
}
