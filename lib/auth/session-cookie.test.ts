import { afterEach, expect, test } from 'vitest';
import { resetEnv } from '../env.ts';
import { cookieOptions, decodeSession, encodeSession, sessionCookieName, sessionCookieOf } from './session-cookie.ts';

const token = { userId: crypto.randomUUID(), sessionId: crypto.randomUUID() };
const secretKey = process.env.SECRET_KEY;

const at = (publicUrl: string) => {
  process.env.PUBLIC_URL = publicUrl;
  resetEnv();
};

afterEach(() => {
  process.env.SECRET_KEY = secretKey;
  delete process.env.PUBLIC_URL;
  resetEnv();
});

test('a cookie says who and which session, and nothing in it can be read or changed', async () => {
  const value = await encodeSession(token);
  expect(await decodeSession(value)).toEqual(token);
  expect(value).not.toContain(token.userId);
  expect(await decodeSession(`${value.slice(0, -3)}abc`)).toBeNull();
  expect(await decodeSession('')).toBeNull();
  expect(await decodeSession('not a token')).toBeNull();
});

test('a cookie made under another SECRET_KEY does not hold', async () => {
  const value = await encodeSession(token);
  process.env.SECRET_KEY = 'another-secret-key-of-at-least-32-characters';
  resetEnv();
  expect(await decodeSession(value)).toBeNull();
});

test('two copies on one host have cookies of their own, none the beginning of another', () => {
  at('http://127.0.0.1:300');
  const short = sessionCookieName();
  at('http://127.0.0.1:3000');
  const long = sessionCookieName();
  expect(long.startsWith(short)).toBe(false);
  expect(sessionCookieOf(`${short}=a; other=b; ${long}=c`)).toBe('c');
  expect(sessionCookieOf(`other=${long}=c`)).toBeUndefined();
});

test('under https the cookie travels encrypted only', () => {
  at('https://hub.example');
  expect(sessionCookieName()).toBe('__Secure-ledgerline-443.session');
  expect(cookieOptions()).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true });
});
