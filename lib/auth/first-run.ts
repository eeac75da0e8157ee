import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { db } from '../../db/client.ts';
import { installation } from '../../db/schema/installation.ts';
import { users } from '../../db/schema/members.ts';
import type { SystemContext } from '../context.ts';
import { hashToken } from '../crypto/tokens.ts';

/** Where the start keeps the hash of the code it printed (scripts/start/first-run-code.ts). */
const rowKey = 'first-run-code';

/** Whether nobody has an account yet: then the set-up page works, and no other page does. */
export async function isFirstRun(): Promise<boolean> {
  const [somebody] = await db().select({ id: users.id }).from(users).limit(1);
  return somebody === undefined;
}

/** The gate of the set-up page: who holds the code acts for the installation. Null for a wrong code, and when set-up is done. */
export async function openFirstRun(code: string, now: Date): Promise<SystemContext | null> {
  const [kept] = await db()
    .select({ value: installation.value })
    .from(installation)
    .where(eq(installation.key, rowKey));
  if (kept?.value !== hashToken(asPrinted(code)) || !(await isFirstRun())) return null;
  return { actor: { type: 'system', id: 'set-up', label: 'Set-up' }, requestId: randomUUID(), now, door: 'console' };
}

/** However it was typed: the start prints and hashes groups of four with dashes. */
function asPrinted(code: string): string {
  const letters = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}
