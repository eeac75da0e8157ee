import { hkdfSync } from 'node:crypto';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { env } from '../env.ts';

/** A session ends this long after the sign-in, whatever happens. */
export const sessionLifetimeSeconds = 30 * 24 * 3600;

/** What the cookie says: who, and which row of `sessions` says whether that still holds. */
export interface SessionToken {
  userId: string;
  sessionId: string;
}

const payload = z.object({ sub: z.uuid(), sid: z.uuid() });

let derived: { from: string; secret: string } | undefined;

/** The key of session cookies, made from SECRET_KEY and useless for anything else. */
export function sessionSecret(): string {
  const from = env().secretKey;
  if (!from) throw new Error('SECRET_KEY is not set');
  if (derived?.from !== from) {
    derived = { from, secret: Buffer.from(hkdfSync('sha256', from, '', 'ledgerline sessions v1', 32)).toString('hex') };
  }
  return derived.secret;
}

export const isSecure = (): boolean => env().publicUrl.startsWith('https:');

/**
 * The name of a cookie of this installation. Browsers share cookies between the ports of a host, so the port is in it.
 * It stands in the middle: next-auth takes every cookie that begins with its name for a piece of it.
 */
export function cookieName(what: 'session' | 'csrf' | 'callback' | 'oidc'): string {
  const { port, protocol } = new URL(env().publicUrl);
  return `${isSecure() ? '__Secure-' : ''}ledgerline-${port || (protocol === 'https:' ? 443 : 80)}.${what}`;
}

export const sessionCookieName = (): string => cookieName('session');

export const cookieOptions = () => ({ httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isSecure() });

/** The cookie's value for a session: an encrypted JWT. */
export function encodeSession(token: SessionToken): Promise<string> {
  return encode({
    token: { sub: token.userId, sid: token.sessionId },
    secret: sessionSecret(),
    maxAge: sessionLifetimeSeconds,
  });
}

/** What a cookie's value says; null when it was not made here, was changed, or is too old. */
export async function decodeSession(value: string | undefined): Promise<SessionToken | null> {
  if (!value) return null;
  const parsed = payload.safeParse(await decode({ token: value, secret: sessionSecret() }).catch(() => null));
  return parsed.success ? { userId: parsed.data.sub, sessionId: parsed.data.sid } : null;
}

/** The session cookie's value in a Cookie header. */
export function sessionCookieOf(header: string | null): string | undefined {
  const start = `${sessionCookieName()}=`;
  const found = header?.split(';').find((part) => part.trim().startsWith(start));
  return found?.trim().slice(start.length);
}
