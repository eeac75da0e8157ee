import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';

const patienceMs = 60_000;

/** Not there yet, or starting: it comes by itself, for instance when both were started together. */
const passing = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P03',
]);

/** Resolves once the database takes connections. Throws what it says when waiting is of no use or lasted a minute. */
export async function waitForDatabase(url: string): Promise<void> {
  const until = Date.now() + patienceMs;
  for (let told = false; ; told = true) {
    const problem = await connectOnce(url);
    if (!problem) return;
    if (!passing.has(problem.code ?? '') || Date.now() > until) throw problem;
    if (!told) process.stderr.write('The database does not answer yet. Waiting up to a minute for it.\n');
    await delay(250);
  }
}

async function connectOnce(url: string): Promise<NodeJS.ErrnoException | undefined> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await sql`select 1`;
    return undefined;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
