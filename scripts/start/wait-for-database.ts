import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';

const patienceMs = 60_000;

/** Driver and server codes of a database that is not there yet, starting, or just went away. */
const passing = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT'],
  ...['CONNECT_TIMEOUT', 'CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED'],
  ...['57P01', '57P02', '57P03'],
]);

/** Whether a failure only says that the database is away for now, so that trying again makes sense. */
export function isAway(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // The queue's driver gives no code to a connection that broke off.
  return passing.has(code) || (error instanceof Error && error.message.startsWith('Connection terminated'));
}

/** Resolves once the database takes connections. Throws what it says when waiting is of no use or lasted a minute. */
export async function waitForDatabase(url: string): Promise<void> {
  const until = Date.now() + patienceMs;
  for (let told = false; ; told = true) {
    const problem = await connectOnce(url);
    if (!problem) return;
    if (!isAway(problem) || Date.now() > until) throw problem;
    if (!told) process.stderr.write('The database does not answer yet. Waiting up to a minute for it.\n');
    await delay(250);
  }
}

async function connectOnce(url: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, fetch_types: false, onnotice: () => {} });
  try {
    await sql`select 1`;
    return undefined;
  } catch (error) {
    return error;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
