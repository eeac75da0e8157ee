import { eq } from 'drizzle-orm';
import { db } from '../../db/client.ts';
import { passwordResets, users } from '../../db/schema/members.ts';
import type { SystemContext } from '../context.ts';
import { hashToken } from '../crypto/tokens.ts';

/** What somebody who holds a reset link may do with it. */
export type PasswordResetAccess =
  | { state: 'closed' }
  | { state: 'open'; by: SystemContext; resetId: string; email: string };

/** The gate of the page that a reset link leads to: who holds the link acts for its person, until it is used. */
export async function openPasswordReset(
  token: string,
  { requestId, now }: { requestId: string; now: Date },
): Promise<PasswordResetAccess> {
  const [found] = await db()
    .select({
      resetId: passwordResets.id,
      closedAt: passwordResets.closedAt,
      expiresAt: passwordResets.expiresAt,
      email: users.email,
    })
    .from(passwordResets)
    .innerJoin(users, eq(users.id, passwordResets.userId))
    .where(eq(passwordResets.hash, hashToken(token)));
  if (!found || found.closedAt || found.expiresAt <= now) return { state: 'closed' };
  const { resetId, email } = found;
  const actor = { type: 'system', id: resetId, label: `${email} (reset link)` } as const;
  return { state: 'open', by: { actor, requestId, now, door: 'console' }, resetId, email };
}
