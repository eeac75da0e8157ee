import { beforeEach, expect, test } from 'vitest';
import { db } from '../../db/client.ts';
import { sessions, signInAttempts } from '../../db/schema/members.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { createMember } from '../domain/members/mutations.ts';
import { createOrganisation } from '../domain/organisations/mutations.ts';
import { AppError } from '../errors.ts';
import { credentialsInput, signInWithPassword } from './sign-in.ts';

await createTestDatabase();

const start = new Date('2026-03-01T09:00:00Z');
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const by = { actor: { type: 'system', id: 'test', label: 'Test' }, requestId: 'r', now: start, door: 'cli' } as const;
const { ctx } = await createOrganisation(by, { name: 'Northwind' });
const email = 'ada@books.example';
const password = 'correct horse battery';
const { userId } = await createMember(ctx, { email, password, name: 'Ada', role: 'operator' });

const attempt = (input: { email?: string; password?: string; address?: string | null; seconds?: number }) =>
  signInWithPassword(
    credentialsInput.parse({ email: input.email ?? email, password: input.password ?? 'wrong password' }),
    { address: input.address ?? null, userAgent: 'Test browser', now: at(input.seconds ?? 0) },
  ).then(
    () => 'in',
    (error: unknown) => {
      if (error instanceof AppError) return error.code;
      throw error;
    },
  );

beforeEach(async () => {
  await db().delete(signInAttempts);
  await db().delete(sessions);
});

test('the right password opens a session, whatever the case of the e-mail', async () => {
  const session = await signInWithPassword(credentialsInput.parse({ email: ' ADA@Books.example ', password }), {
    address: null,
    userAgent: 'Test browser',
    now: start,
  });
  expect(session.userId).toBe(userId);
  const rows = await db().select().from(sessions);
  expect(rows).toMatchObject([{ id: session.sessionId, userId, userAgent: 'Test browser', lastSeenAt: start }]);
});

test('a wrong password and an unknown e-mail are refused in the same words, and no session is made', async () => {
  const refusals = await Promise.all(
    [email, 'nobody@books.example'].map((who) =>
      signInWithPassword(
        { email: who, password: 'wrong password' },
        { address: null, userAgent: null, now: start },
      ).catch((error: Error) => error.message),
    ),
  );
  expect(new Set(refusals)).toEqual(new Set(['The e-mail address or the password is not right.']));
  expect(await db().select().from(sessions)).toEqual([]);
});

test('after five failures the account waits, even with the right password, and longer each time', async () => {
  for (let n = 0; n < 5; n++) expect(await attempt({})).toBe('unauthenticated');
  expect(await attempt({ password })).toBe('rate-limited');
  expect(await attempt({ password, seconds: 29 })).toBe('rate-limited');
  expect(await attempt({ seconds: 31 })).toBe('unauthenticated');
  expect(await attempt({ seconds: 31 + 59 })).toBe('rate-limited');
  expect(await attempt({ password, seconds: 31 + 61 })).toBe('in');
  expect(await attempt({})).toBe('unauthenticated');
});

test('an unknown account waits like a known one', async () => {
  const who = 'nobody@books.example';
  for (let n = 0; n < 5; n++) expect(await attempt({ email: who })).toBe('unauthenticated');
  expect(await attempt({ email: who })).toBe('rate-limited');
});

test('guesses sent all at once get no more tries than guesses one by one', async () => {
  const outcomes = await Promise.all(Array.from({ length: 12 }, () => attempt({})));
  expect(outcomes.filter((outcome) => outcome === 'unauthenticated')).toHaveLength(5);
  expect(outcomes.filter((outcome) => outcome === 'rate-limited')).toHaveLength(7);
});

test('one address that tries many accounts waits; another address does not', async () => {
  await db()
    .insert(signInAttempts)
    .values({ key: 'ip:203.0.113.9', failures: 30, windowStartedAt: start, blockedUntil: null });
  expect(await attempt({ email: 'a@books.example', address: '203.0.113.9' })).toBe('unauthenticated');
  expect(await attempt({ email: 'b@books.example', address: '203.0.113.9' })).toBe('rate-limited');
  expect(await attempt({ email: 'b@books.example', address: '203.0.113.10' })).toBe('unauthenticated');
});

test('an office that signs in rightly all day is never made to wait', async () => {
  await db()
    .insert(signInAttempts)
    .values({ key: 'ip:203.0.113.9', failures: 29, windowStartedAt: start, blockedUntil: null });
  for (let n = 0; n < 3; n++) expect(await attempt({ password, address: '203.0.113.9' })).toBe('in');
});

test('failures are forgotten after a quarter of an hour', async () => {
  for (let n = 0; n < 4; n++) await attempt({});
  for (let n = 0; n < 4; n++) expect(await attempt({ seconds: 901 })).toBe('unauthenticated');
  expect(await attempt({ password, seconds: 902 })).toBe('in');
});

test('the wait is said in words and in seconds', async () => {
  for (let n = 0; n < 5; n++) await attempt({});
  const browser = { address: null, userAgent: null, now: at(1) };
  await expect(signInWithPassword({ email, password }, browser)).rejects.toMatchObject({
    message: 'Too many failed attempts. Try again in 29 seconds.',
    details: { retryAfterSeconds: 29 },
  });
});
