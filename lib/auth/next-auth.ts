import type { NextAuthOptions } from 'next-auth';
import credentialsProvider from 'next-auth/providers/credentials';
import { z } from 'zod';
import { env } from '../env.ts';
import { asAppError, forLog } from '../http/fault.ts';
import { log } from '../log.ts';
import { addressOf } from './client-address.ts';
import { cookieName, cookieOptions, isSecure, sessionLifetimeSeconds, sessionSecret } from './session-cookie.ts';
import { findSession, revokeSession } from './session-row.ts';
import { credentialsInput, signInWithPassword } from './sign-in.ts';

const claims = z.object({ sub: z.uuid(), sid: z.uuid() });

/** Ordinary ends of a session or a wrong password: not worth a line in the log. */
const expected = new Set(['JWT_SESSION_ERROR', 'CREDENTIALS_SIGNIN_ERROR']);

let made: NextAuthOptions | undefined;

/**
 * next-auth for this installation: e-mail and password, and a JWT that names a row of `sessions`. Made on first use,
 * because a build has no settings.
 */
export function authOptions(): NextAuthOptions {
  made ??= makeOptions();
  return made;
}

function makeOptions(): NextAuthOptions {
  const { publicUrl } = env();
  // next-auth reads its own address from nowhere else; the start sets it too.
  process.env.NEXTAUTH_URL ??= publicUrl;
  return {
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: sessionLifetimeSeconds },
    useSecureCookies: isSecure(),
    cookies: {
      sessionToken: { name: cookieName('session'), options: cookieOptions() },
      csrfToken: { name: cookieName('csrf'), options: cookieOptions() },
      callbackUrl: { name: cookieName('callback'), options: cookieOptions() },
    },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [
      credentialsProvider({ name: 'E-mail and password', credentials: { email: {}, password: {} }, authorize }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? firstToken(user) : renewedToken(token)),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url }) =>
        URL.canParse(url, publicUrl) ? withinSite(new URL(url, publicUrl), publicUrl) : publicUrl,
    },
    events: {
      signOut: async ({ token }) => {
        const parsed = claims.safeParse(token);
        if (parsed.success) await revokeSession(parsed.data.sid, new Date());
      },
    },
    logger: {
      error: (code) => {
        if (!expected.has(code)) log().error({ code }, 'sign-in failed unexpectedly');
      },
      warn: (code) => log().debug({ code }, 'next-auth warning'),
      debug: () => {},
    },
  };
}

/** next-auth's way in. A refusal's message becomes the `error` of its redirect, so only ours may get there. */
async function authorize(credentials: unknown, request: { headers?: Record<string, string> }) {
  const parsed = credentialsInput.safeParse(credentials);
  if (!parsed.success) return null;
  const headers = new Headers(request.headers);
  const browser = { address: addressOf(headers), userAgent: headers.get('user-agent'), now: new Date() };
  const session = await signInWithPassword(parsed.data, browser).catch((error: unknown) => {
    const fault = asAppError(error);
    if (fault) throw fault;
    log().error({ err: forLog(error) }, 'sign-in failed unexpectedly');
    throw new Error('Sign-in failed on our side. Try again in a moment.');
  });
  return { id: session.userId, sid: session.sessionId };
}

const firstToken = (user: object) => {
  const { id, sid } = z.object({ id: z.uuid(), sid: z.uuid() }).parse(user);
  return { sub: id, sid };
};

/** Throws for a session that is over: next-auth then takes the cookie away. */
async function renewedToken(token: unknown) {
  const { sub, sid } = claims.parse(token);
  const session = await findSession({ userId: sub, sessionId: sid }, new Date());
  if (!session) throw new Error('The session is over');
  return { sub, sid };
}

const withinSite = (url: URL, publicUrl: string) => (url.origin === new URL(publicUrl).origin ? url.href : publicUrl);
