import { cookies } from 'next/headers';
import {
  cookieOptions,
  encodeSession,
  type SessionToken,
  sessionCookieName,
  sessionLifetimeSeconds,
} from './session-cookie.ts';

/** Gives the browser whose action or route this is the cookie of a session. */
export async function setSessionCookie(session: SessionToken): Promise<void> {
  const value = await encodeSession(session);
  (await cookies()).set(sessionCookieName(), value, { ...cookieOptions(), maxAge: sessionLifetimeSeconds });
}

/** Takes the cookie away. */
export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookieName(), '', { ...cookieOptions(), maxAge: 0 });
}
