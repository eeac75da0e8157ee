import { randomInt, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { db } from '../../db/client.ts';
import { installation } from '../../db/schema/installation.ts';
import { users } from '../../db/schema/members.ts';
import type { Actor, Context } from '../context.ts';
import { hashToken } from '../crypto/tokens.ts';

const rowKey = 'first-run-code';

/** Without letters that read like digits: 32 signs, so that 16 of them are 80 bits. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** The system as it sets itself up: a Context without an organisation, since there is none yet. */
export type SetUpContext = Omit<Context, 'organisationId' | 'actor'> & { actor: Extract<Actor, { type: 'system' }> };

/** Whether nobody has an account yet: then the set-up page works, and no other page does. */
export async function isFirstRun(): Promise<boolean> {
  const [somebody] = await db().select({ id: users.id }).from(users).limit(1);
  return somebody === undefined;
}

/**
 * The one-time code for the set-up page, to be printed by the start; null once somebody has an account. Only its hash
 * is kept, so every start makes a new one and the older ones end.
 */
export async function ensureFirstRunCode(): Promise<string | null> {
  if (!(await isFirstRun())) {
    await db().delete(installation).where(eq(installation.key, rowKey));
    return null;
  }
  const code = Array.from({ length: 4 }, () => pick(4)).join('-');
  const value = hashToken(plain(code));
  const updatedAt = new Date();
  await db()
    .insert(installation)
    .values({ key: rowKey, value, updatedAt })
    .onConflictDoUpdate({ target: installation.key, set: { value, updatedAt } });
  return code;
}

/** The gate of the set-up page: who holds the code acts as the system. Null for a wrong code, and when set-up is done. */
export async function openFirstRun(code: string, now: Date): Promise<SetUpContext | null> {
  const [kept] = await db()
    .select({ value: installation.value })
    .from(installation)
    .where(eq(installation.key, rowKey));
  if (kept?.value !== hashToken(plain(code)) || !(await isFirstRun())) return null;
  return { actor: { type: 'system', id: 'set-up', label: 'Set-up' }, requestId: randomUUID(), now, door: 'console' };
}

/** However it was typed. */
const plain = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, '');

const pick = (length: number) => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
