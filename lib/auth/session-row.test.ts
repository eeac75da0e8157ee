import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '../../db/client.ts';
import { members, sessions } from '../../db/schema/members.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { addMember, createMember, createUser, resetPassword } from '../domain/members/mutations.ts';
import { createOrganisation } from '../domain/organisations/mutations.ts';
import { switchOrganisation } from '../domain/sessions/mutations.ts';
import { encodeSession, sessionCookieName } from './session-cookie.ts';
import { contextFromRequest } from './session-gate.ts';
import { findSession, openSession, revokeSession } from './session-row.ts';

await createTestDatabase();

const start = new Date('2026-03-01T09:00:00Z');
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const days = 24 * 3600;
const by = { actor: { type: 'system', id: 'test', label: 'Test' }, requestId: 'r', now: start, door: 'cli' } as const;
const north = await createOrganisation(by, { name: 'Northwind' });
const south = await createOrganisation(by, { name: 'Southgate', timeZone: 'Europe/Vienna' });
const password = 'correct horse battery';
let people = 0;

async function newPerson() {
  const email = `person${++people}@books.example`;
  const { userId } = await createMember(north.ctx, { email, name: 'Ada', password, role: 'operator' });
  const token = await openSession(userId, { userAgent: 'Test browser', now: start });
  return { email, userId, token };
}

const rowOf = async (sessionId: string) => (await db().select().from(sessions).where(eq(sessions.id, sessionId)))[0];

test('a session gives the person, their role and their organisations', async () => {
  const { token, userId, email } = await newPerson();
  expect(await findSession(token, at(5))).toMatchObject({
    user: { id: userId, email, name: 'Ada' },
    organisation: { id: north.id, name: 'Northwind', role: 'operator', isDemo: false },
    organisations: [{ id: north.id }],
  });
});

test('a revoked session is over at once', async () => {
  const { token } = await newPerson();
  await revokeSession(token.sessionId, at(1));
  expect(await findSession(token, at(2))).toBeNull();
});

test('a session without use ends after a week, one in use after thirty days', async () => {
  const { token } = await newPerson();
  expect(await findSession(token, at(7 * days + 1))).toBeNull();
  for (let day = 6; day < 30; day += 6) expect(await findSession(token, at(day * days))).not.toBeNull();
  expect(await findSession(token, at(30 * days - 1))).not.toBeNull();
  expect(await findSession(token, at(30 * days + 1))).toBeNull();
});

test('being seen is written at most once a minute', async () => {
  const { token } = await newPerson();
  await findSession(token, at(59));
  expect((await rowOf(token.sessionId))?.lastSeenAt).toEqual(start);
  await findSession(token, at(61));
  expect((await rowOf(token.sessionId))?.lastSeenAt).toEqual(at(61));
});

test('the cookie of one person does not open the session of another', async () => {
  const [one, other] = [await newPerson(), await newPerson()];
  expect(await findSession({ userId: one.userId, sessionId: other.token.sessionId }, at(1))).toBeNull();
});

test('somebody who was taken out of the organisation is signed out', async () => {
  const { token, userId } = await newPerson();
  await db().delete(members).where(eq(members.userId, userId));
  expect(await findSession(token, at(1))).toBeNull();
});

test('a new password signs out everywhere', async () => {
  const { token, email } = await newPerson();
  await resetPassword(by, { email, password: 'another long password' });
  expect(await findSession(token, at(1))).toBeNull();
});

test('a person without an organisation can not get in', async () => {
  const { id } = await createUser(north.ctx, { email: 'lone@books.example', name: 'Lone', password });
  await expect(openSession(id, { userAgent: null, now: start })).rejects.toMatchObject({ code: 'forbidden' });
});

test('a member of two organisations switches, and comes back to the last one at the next sign-in', async () => {
  const { token, userId } = await newPerson();
  await addMember(south.ctx, { userId, role: 'viewer' });
  const before = await findSession(token, at(1));
  expect(before?.organisations.map((one) => one.name)).toEqual(['Northwind', 'Southgate']);
  const ctx = { ...north.ctx, actor: { type: 'user', id: userId, label: 'Ada', role: 'operator' } as const };
  await switchOrganisation(ctx, { sessionId: token.sessionId, organisationId: south.id });
  expect((await findSession(token, at(120)))?.organisation).toMatchObject({ id: south.id, role: 'viewer' });
  const next = await openSession(userId, { userAgent: null, now: at(200) });
  expect((await findSession(next, at(201)))?.organisation.id).toBe(south.id);
});

test("nobody switches to an organisation that is not theirs, nor another person's session", async () => {
  const [one, other] = [await newPerson(), await newPerson()];
  const ctx = { ...north.ctx, actor: { type: 'user', id: one.userId, label: 'Ada', role: 'owner' } as const };
  await expect(
    switchOrganisation(ctx, { sessionId: one.token.sessionId, organisationId: south.id }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(
    switchOrganisation(ctx, { sessionId: other.token.sessionId, organisationId: north.id }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test("the console's own routes take the cookie, and refuse changes that another page asks for", async () => {
  const { userId } = await newPerson();
  const token = await openSession(userId, { userAgent: null, now: new Date() });
  const cookie = `other=1; ${sessionCookieName()}=${await encodeSession(token)}`;
  const call = (method: string, head: Record<string, string>) =>
    contextFromRequest(new Request('http://127.0.0.1:3000/api/internal/x', { method, headers: { cookie, ...head } }));

  const requestId = crypto.randomUUID();
  const { ctx } = await call('GET', { 'x-request-id': requestId });
  expect(ctx).toMatchObject({
    organisationId: north.id,
    actor: { type: 'user', id: userId, label: 'Ada', role: 'operator' },
    door: 'console',
    requestId,
  });
  const host = '127.0.0.1:3000';
  await call('POST', { host, origin: 'http://127.0.0.1:3000' });
  await expect(call('POST', { host, origin: 'http://127.0.0.1:4000' })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(call('POST', { host })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(call('GET', { cookie: '' })).rejects.toMatchObject({ code: 'unauthenticated' });
});
