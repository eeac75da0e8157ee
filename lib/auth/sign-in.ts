import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '../../db/client.ts';
import { users } from '../../db/schema/members.ts';
import { verifyPassword } from '../crypto/passwords.ts';
import { unauthenticated } from '../errors.ts';
import type { SessionToken } from './session-cookie.ts';
import { openSession } from './session-row.ts';
import { claimAttempt, forgive } from './sign-in-throttle.ts';

const emailInput = z.string().trim().toLowerCase().max(254).pipe(z.email('must be an e-mail address'));

/** What a person types; the e-mail comes out in lower case. */
export const credentialsInput = z.object({
  email: emailInput,
  password: z.string().min(1, 'must not be empty').max(200, 'must have at most 200 characters'),
});

/** The browser that signs in. */
export interface SignInRequest {
  /** Null when unknown; then only the account is throttled. */
  address: string | null;
  userAgent: string | null;
  now: Date;
}

/**
 * Opens a session for the right e-mail and password. Throws rate-limited after too many failures, unauthenticated
 * without saying which of the two was wrong (and taking as long for a person who does not exist), and forbidden for
 * somebody who belongs to no organisation.
 */
export async function signInWithPassword(
  { email, password }: z.output<typeof credentialsInput>,
  request: SignInRequest,
): Promise<SessionToken> {
  await claimAttempt(email, request.address, request.now);
  const [user] = await db()
    .select({ id: users.id, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.email, email));
  const isRight = await verifyPassword(user?.passwordHash, password);
  if (!user || !isRight) throw unauthenticated('The e-mail address or the password is not right.');
  await forgive(email, request.address, request.now);
  return openSession(user.id, request);
}
