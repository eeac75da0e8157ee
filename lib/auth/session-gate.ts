import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { forbidden, unauthenticated } from '../errors.ts';
import { requestPathHeader } from './client-address.ts';
import { isFirstRun } from './first-run.ts';
import { sessionCookieName, sessionCookieOf } from './session-cookie.ts';
import { readSession, type SignedIn, stillLooksAt } from './signed-in.ts';
import { signInPath } from './site-path.ts';

export type { SignedIn };

/** The session of the request that is being rendered or acted on; null without one. Read once a request. */
export const sessionContext = cache(async (): Promise<SignedIn | null> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return readSession(jar.get(sessionCookieName())?.value, head);
});

/** The gate of a page: sends a visitor to sign in and back afterwards, or to set-up on a new installation. */
export async function requireSession(): Promise<SignedIn> {
  const session = await sessionContext();
  if (session) return session;
  if (await isFirstRun()) redirect('/setup');
  redirect(signInPath((await headers()).get(requestPathHeader)));
}

/**
 * The gate of the console's own JSON and event routes: nothing of Next's request scope is used. Throws unauthenticated,
 * and forbidden for a change that another site's page asks for (the cookie alone does not tell two ports apart).
 */
export async function contextFromRequest(request: Request): Promise<SignedIn> {
  const changes = request.method !== 'GET' && request.method !== 'HEAD';
  if (changes && !isSameOrigin(request.headers)) throw forbidden('This request did not come from the console');
  const session = await readSession(sessionCookieOf(request.headers.get('cookie')), request.headers);
  if (!session) throw unauthenticated('You are signed out. Sign in again.');
  return session;
}

/** Whether the session of a request that is answered for long still holds and looks at the same organisation. */
export const stillHolds = (request: Request, { organisation }: SignedIn): Promise<boolean> =>
  stillLooksAt(sessionCookieOf(request.headers.get('cookie')), organisation.id);

function isSameOrigin(head: Headers): boolean {
  const origin = head.get('origin');
  const host = head.get('x-forwarded-host') ?? head.get('host');
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}
