import { eq, lt, sql } from 'drizzle-orm';
import { db } from '../../db/client.ts';
import { signInAttempts } from '../../db/schema/members.ts';
import { AppError } from '../errors.ts';
import { addressBlock } from './client-address.ts';

const windowSeconds = 15 * 60;
const firstPauseSeconds = 30;
const longestPauseSeconds = 15 * 60;
const keepSeconds = 24 * 3600;

interface Counter {
  key: string;
  /** Failures in a window before the pauses begin. */
  free: number;
}

/** What an attempt counts against: the account, and the place it comes from (many accounts, few guesses each). */
function countersOf(email: string, address: string | null): Counter[] {
  const counters = [{ key: `email:${email}`, free: 4 }];
  return address ? [{ key: `ip:${addressBlock(address)}`, free: 30 }, ...counters] : counters;
}

/** Apart from sign-ins, so that nobody keeps somebody else out by asking for their reset links. */
function resetCountersOf(email: string, address: string | null): Counter[] {
  const counters = [{ key: `reset-email:${email}`, free: 2 }];
  return address ? [{ key: `reset-ip:${addressBlock(address)}`, free: 10 }, ...counters] : counters;
}

/**
 * Counts an attempt as failed before it is made, so that guesses sent all at once are counted too; `forgive` takes it
 * back. After some failures each next one is followed by a pause: 30 s, then twice as long, at most 15 minutes.
 * Throws `rate-limited` during a pause.
 */
export async function claimAttempt(email: string, address: string | null, now: Date): Promise<void> {
  await claimAll(countersOf(email, address), now, 'Too many failed attempts');
}

/**
 * Counts that somebody asked for a reset link by mail: three a quarter of an hour for an address, whether it has an account
 * or not, then pauses. Throws `rate-limited` during a pause.
 */
export async function claimResetRequest(email: string, address: string | null, now: Date): Promise<void> {
  await claimAll(resetCountersOf(email, address), now, 'Too many links were asked for');
}

async function claimAll(counters: Counter[], now: Date, reason: string): Promise<void> {
  for (const counter of counters) {
    const pausedUntil = await claim(counter, now);
    if (!pausedUntil) continue;
    const retryAfterSeconds = Math.max(1, Math.ceil((pausedUntil.getTime() - now.getTime()) / 1000));
    const message = `${reason}. Try again in ${inWords(retryAfterSeconds)}.`;
    throw new AppError('rate-limited', message, { retryAfterSeconds });
  }
}

/** After a right password: the account's count is cleared, the address gets its one attempt back. */
export async function forgive(email: string, address: string | null, now: Date): Promise<void> {
  await db()
    .delete(signInAttempts)
    .where(eq(signInAttempts.key, `email:${email}`));
  const old = new Date(now.getTime() - keepSeconds * 1000);
  await db().delete(signInAttempts).where(lt(signInAttempts.windowStartedAt, old));
  if (!address) return;
  await db()
    .update(signInAttempts)
    .set({ failures: sql`${signInAttempts.failures} - 1`, blockedUntil: null })
    .where(eq(signInAttempts.key, `ip:${addressBlock(address)}`));
}

/** Counts one; answers the end of the pause when there is one. */
async function claim({ key, free }: Counter, now: Date): Promise<Date | null> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const old = sql`${signInAttempts.windowStartedAt} <= ${at} - ${windowSeconds} * interval '1 second'`;
  const failures = sql`case when ${old} then 1 else ${signInAttempts.failures} + 1 end`;
  const pauseSeconds = sql`least(${longestPauseSeconds}, ${firstPauseSeconds} * power(2, least(${failures} - ${free + 1}, 20)))`;
  const claimed = await db()
    .insert(signInAttempts)
    .values({ key, failures: 1, windowStartedAt: now, blockedUntil: null })
    .onConflictDoUpdate({
      target: signInAttempts.key,
      set: {
        failures,
        windowStartedAt: sql`case when ${old} then ${at} else ${signInAttempts.windowStartedAt} end`,
        blockedUntil: sql`case when ${failures} > ${free} then ${at} + ${pauseSeconds} * interval '1 second' end`,
      },
      setWhere: sql`${signInAttempts.blockedUntil} is null or ${signInAttempts.blockedUntil} <= ${at}`,
    })
    .returning({ key: signInAttempts.key });
  if (claimed.length > 0) return null;
  const [row] = await db()
    .select({ until: signInAttempts.blockedUntil })
    .from(signInAttempts)
    .where(eq(signInAttempts.key, key));
  return row?.until ?? null;
}

function inWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
