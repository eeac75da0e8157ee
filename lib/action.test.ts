import { redirect } from 'next/navigation';
import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Role } from '../db/schema/enums.ts';
import { createTestDatabase } from '../db/testing/database.ts';
import { action, formValues, publicAction } from './action.ts';
import { encodeSession, sessionCookieName } from './auth/session-cookie.ts';
import { openSession } from './auth/session-row.ts';
import { createMember } from './domain/members/mutations.ts';
import { createOrganisation } from './domain/organisations/mutations.ts';
import { conflict } from './errors.ts';

// Next gives the request to an action out of its own scope; here it is put there by hand.
const request = { headers: new Headers(), cookies: new Map<string, string>() };
vi.mock('next/headers', () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => (request.cookies.has(name) ? { value: request.cookies.get(name) } : undefined),
  }),
}));

await createTestDatabase();

const by = {
  actor: { type: 'system', id: 'test', label: 'Test' },
  requestId: 'r',
  now: new Date(),
  door: 'cli',
} as const;
const { ctx, id: organisationId } = await createOrganisation(by, { name: 'Northwind' });

async function signInAs(role: Role): Promise<void> {
  const person = {
    email: `${role}-${crypto.randomUUID()}@books.example`,
    name: role,
    password: 'correct horse battery',
  };
  const { userId } = await createMember(ctx, { ...person, role });
  const session = await openSession(userId, { userAgent: null, now: new Date() });
  request.cookies.set(sessionCookieName(), await encodeSession(session));
}

const schema = z.object({ name: z.string().min(1), count: z.coerce.number().int() });
const greet = action(schema, 'companies.write', async (context, { name, count }) => ({
  text: `${name} ${count}`,
  by: context.actor.label,
  organisationId: context.organisationId,
}));

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

beforeEach(() => {
  request.headers = new Headers();
  request.cookies.clear();
});

test('an action runs for who may, called with a value and through a form', async () => {
  await signInAs('operator');
  const done = { ok: true, data: { text: 'Ada 3', by: 'operator', organisationId } };
  expect(await greet({ name: 'Ada', count: 3 })).toEqual(done);
  expect(await greet(null, form({ name: 'Ada', count: '3' }))).toEqual(done);
});

test('nobody and a viewer are refused, each knowing why', async () => {
  expect(await greet({ name: 'Ada', count: 3 })).toMatchObject({
    ok: false,
    code: 'unauthenticated',
    message: expect.stringContaining('nothing was saved'),
  });
  await signInAs('viewer');
  expect(await greet({ name: 'Ada', count: 3 })).toMatchObject({
    ok: false,
    code: 'forbidden',
    message: 'This needs the role operator, admin or owner',
  });
});

test('every wrong field is named, whatever was sent instead of a form', async () => {
  await signInAs('owner');
  const refused = await greet(null, form({ name: '', count: 'many' }));
  expect(refused).toMatchObject({ ok: false, code: 'invalid', issues: [{ path: 'name' }, { path: 'count' }] });
  for (const nonsense of [undefined, null, 7, 'text', []]) {
    expect(await greet(nonsense as never)).toMatchObject({ ok: false, code: 'invalid' });
  }
});

test('only the fields that an action names are given back', async () => {
  const save = publicAction(
    z.object({ email: z.string(), password: z.string() }),
    () => Promise.reject(conflict('No')),
    {
      echo: ['email'],
    },
  );
  const refused = await save(null, form({ email: 'ada@books.example', password: 'correct horse battery' }));
  expect(refused).toMatchObject({ ok: false, code: 'conflict', message: 'No', issues: [] });
  expect(refused).toHaveProperty('values', { email: 'ada@books.example' });
  expect(await save({ email: 'ada@books.example', password: 'x' })).not.toHaveProperty('values');
});

test('an error nobody expected says nothing but the request id; a database that is away says so', async () => {
  const requestId = crypto.randomUUID();
  request.headers = new Headers({ 'x-request-id': requestId });
  const fail = (error: Error) => publicAction(z.unknown(), () => Promise.reject(error))(undefined);
  const unknown = await fail(new Error('secret detail'));
  expect(unknown).toMatchObject({ ok: false, code: 'internal', requestId });
  expect(JSON.stringify(unknown)).not.toContain('secret');
  expect(JSON.stringify(unknown)).toContain(requestId);
  const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  expect(await fail(away)).toMatchObject({ ok: false, code: 'unavailable' });
});

test('a redirect leaves the action as a redirect', async () => {
  const leave = publicAction(z.unknown(), async () => redirect('/elsewhere'));
  await expect(leave(undefined)).rejects.toMatchObject({ digest: expect.stringContaining('/elsewhere') });
});

test("a form becomes an object: lists by repeating or by [], without Next's own fields and files", () => {
  const data = form({ name: 'Ada', 'tags[]': 'one', $ACTION_REF_1: 'x' });
  for (const model of ['INVOICE', 'CONTACT']) data.append('models', model);
  data.set('file', new Blob(['x']));
  expect(formValues(data)).toEqual({ name: 'Ada', tags: ['one'], models: ['INVOICE', 'CONTACT'] });
});
