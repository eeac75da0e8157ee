import NextAuth from 'next-auth';
import { beforeEach, expect, test } from 'vitest';
import { createTestDatabase } from '../../db/testing/database.ts';
import { createMember } from '../domain/members/mutations.ts';
import { createOrganisation } from '../domain/organisations/mutations.ts';
import { authOptions } from './next-auth.ts';
import { decodeSession, sessionCookieName } from './session-cookie.ts';
import { findSession } from './session-row.ts';

await createTestDatabase();

const by = {
  actor: { type: 'system', id: 'test', label: 'Test' },
  requestId: 'r',
  now: new Date(),
  door: 'cli',
} as const;
const { ctx } = await createOrganisation(by, { name: 'Northwind' });
const person = { email: 'ada@books.example', name: 'Ada', password: 'correct horse battery' };
const { userId } = await createMember(ctx, { ...person, role: 'operator' });

/** A browser: keeps cookies from one call of next-auth's handler to the next. */
const jar = new Map<string, string>();
beforeEach(() => jar.clear());

async function call(method: 'GET' | 'POST', path: string, body: Record<string, string> = {}) {
  let status = 200;
  let answer: unknown;
  let setCookies: string[] = [];
  const settle = (value: unknown) => {
    answer = value;
  };
  const response = {
    status: (code: number) => {
      status = code;
      return response;
    },
    getHeader: () => setCookies,
    setHeader: (name: string, value: string[]) => {
      if (name === 'Set-Cookie') setCookies = value;
      return response;
    },
    json: settle,
    send: settle,
    end: () => {},
  };
  const query = { nextauth: path.split('/') };
  const request = { method, body, query, headers: {}, cookies: Object.fromEntries(jar) };
  await NextAuth(request as never, response as never, authOptions());
  for (const line of setCookies) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (line.includes('Max-Age=0')) jar.delete(name);
    else jar.set(name, decodeURIComponent(value));
  }
  return { status, answer: answer as Record<string, unknown>, setCookies };
}

async function signIn(password: string, fields: Record<string, string> = {}) {
  const { answer } = await call('GET', 'csrf');
  const csrfToken = String(answer.csrfToken);
  const form = { csrfToken, email: person.email, password, json: 'true', ...fields };
  return { csrfToken, ...(await call('POST', 'callback/credentials', form)) };
}

const session = () => decodeSession(jar.get(sessionCookieName()));

test('e-mail and password give a cookie that scripts and other sites can not use', async () => {
  const { status, setCookies } = await signIn(person.password);
  expect(status).toBe(200);
  const line = setCookies.find((cookie) => cookie.startsWith(sessionCookieName()));
  expect(line).toMatch(/Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax/);
  expect(await session()).toMatchObject({ userId });
});

test('a wrong password gives no session, and nothing that was typed comes back', async () => {
  const { status, answer } = await signIn('wrong password');
  expect(status).toBe(401);
  expect(await session()).toBeNull();
  expect(JSON.stringify(answer)).not.toContain('wrong password');
});

test('a sign-in that another site sends, without the token of the form, is refused', async () => {
  await call('POST', 'callback/credentials', { email: person.email, password: person.password, json: 'true' });
  expect(await session()).toBeNull();
});

test('signing in never leads to another site', async () => {
  const { answer } = await signIn(person.password, { callbackUrl: 'https://evil.example/' });
  expect(new URL(String(answer.url)).hostname).toBe('127.0.0.1');
});

test('signing out ends the session for good, also for a copy of the cookie', async () => {
  const { csrfToken } = await signIn(person.password);
  const token = await session();
  const copy = jar.get(sessionCookieName()) ?? '';
  expect((await call('GET', 'session')).answer).toHaveProperty('expires');

  await call('POST', 'signout', { csrfToken, json: 'true' });
  expect(jar.has(sessionCookieName())).toBe(false);
  expect(token && (await findSession(token, new Date()))).toBeNull();

  jar.set(sessionCookieName(), copy);
  expect((await call('GET', 'session')).answer).toEqual({});
  expect(jar.has(sessionCookieName())).toBe(false);
});
