import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { db } from '../../../db/client.ts';
import { auditLog } from '../../../db/schema/audit.ts';
import type { Role } from '../../../db/schema/enums.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeOrganisation } from '../../../db/testing/factories.ts';
import { findSession, openSession } from '../../auth/session-row.ts';
import type { Context } from '../../context.ts';
import { createMember } from '../members/mutations.ts';
import { listMemberSessions, listOwnSessions } from './data.ts';
import { revokeMemberSessions, revokeOtherSessions, revokeSession } from './mutations.ts';

await createTestDatabase();

const now = new Date('2026-03-01T09:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0';
let north: Context;
let people = 0;

beforeEach(async () => {
  north = contextFor((await makeOrganisation({ now })).organisationId, { role: 'owner', now });
});

async function person(role: Role) {
  const email = `person${++people}@books.example`;
  const { userId } = await createMember(north, { email, name: `The ${role}`, password: 'quiet harbour', role });
  const ctx: Context = { ...north, actor: { type: 'user', id: userId, label: `The ${role}`, role } };
  const signIn = (at = now) => openSession(userId, { userAgent: firefox, address: '203.0.113.9', now: at });
  return { userId, ctx, signIn };
}

test('a person sees their own browsers, the one seen last first, and none that are over', async () => {
  const ada = await person('viewer');
  const [first, second, third] = [await ada.signIn(), await ada.signIn(later(5)), await ada.signIn()];
  await revokeSession(ada.ctx, { sessionId: third.sessionId });
  await (await person('viewer')).signIn();
  expect(await listOwnSessions(ada.ctx)).toEqual([
    {
      id: second.sessionId,
      device: 'Firefox on Linux',
      address: '203.0.113.9',
      createdAt: later(5),
      lastSeenAt: later(5),
    },
    { id: first.sessionId, device: 'Firefox on Linux', address: '203.0.113.9', createdAt: now, lastSeenAt: now },
  ]);
  const muchLater = { ...ada.ctx, now: later(8 * 24 * 60) };
  expect(await listOwnSessions(muchLater)).toEqual([]);
});

test('a browser that is signed out can do nothing from then on, and the audit log says which', async () => {
  const ada = await person('viewer');
  const session = await ada.signIn();
  await revokeSession(ada.ctx, { sessionId: session.sessionId });
  await revokeSession(ada.ctx, { sessionId: session.sessionId });
  expect(await findSession(session, now)).toBeNull();
  const entries = await db().select().from(auditLog).where(eq(auditLog.action, 'session.revoked'));
  expect(entries.filter(({ subjectId }) => subjectId === ada.userId)).toMatchObject([
    { before: { name: 'The viewer', device: 'Firefox on Linux' } },
  ]);
});

test('signing out all others leaves the browser in use, and the browsers of others', async () => {
  const [ada, ben] = [await person('operator'), await person('operator')];
  const [here, elsewhere, his] = [await ada.signIn(), await ada.signIn(), await ben.signIn()];
  expect(await revokeOtherSessions(ada.ctx, { sessionId: here.sessionId })).toEqual({ count: 1 });
  expect(await revokeOtherSessions(ada.ctx, { sessionId: here.sessionId })).toEqual({ count: 0 });
  expect(await findSession(elsewhere, now)).toBeNull();
  expect(await findSession(here, now)).not.toBeNull();
  expect(await findSession(his, now)).not.toBeNull();
});

test('an admin sees the browsers of the other members and signs them out, an owner excepted', async () => {
  const [admin, owner, viewer] = [await person('admin'), await person('owner'), await person('viewer')];
  await admin.signIn();
  const [owners, viewers] = [await owner.signIn(later(1)), await viewer.signIn()];
  const listed = await listMemberSessions(admin.ctx);
  expect(listed.map(({ id, member }) => [id, member.role])).toEqual([
    [owners.sessionId, 'owner'],
    [viewers.sessionId, 'viewer'],
  ]);
  const forbidden = { code: 'forbidden' };
  await expect(revokeSession(admin.ctx, { sessionId: owners.sessionId })).rejects.toMatchObject(forbidden);
  await expect(revokeMemberSessions(admin.ctx, { userId: owner.userId })).rejects.toMatchObject(forbidden);
  await revokeSession(admin.ctx, { sessionId: viewers.sessionId });
  expect(await findSession(viewers, now)).toBeNull();
  const again = await viewer.signIn();
  await revokeMemberSessions(admin.ctx, { userId: viewer.userId });
  expect(await findSession(again, now)).toBeNull();
});

test("nobody below an admin sees or ends another person's browsers", async () => {
  const [operator, viewer] = [await person('operator'), await person('viewer')];
  const session = await viewer.signIn();
  const forbidden = { code: 'forbidden' };
  await expect(listMemberSessions(operator.ctx)).rejects.toMatchObject(forbidden);
  await expect(revokeSession(operator.ctx, { sessionId: session.sessionId })).rejects.toMatchObject(forbidden);
  expect(await findSession(session, now)).not.toBeNull();
});

test('browsers of people of other organisations are not found', async () => {
  const ada = await person('viewer');
  const session = await ada.signIn();
  const south = contextFor((await makeOrganisation({ now })).organisationId, { role: 'owner', now });
  expect(await listMemberSessions(south)).toEqual([]);
  const notFound = { code: 'not-found' };
  await expect(revokeSession(south, { sessionId: session.sessionId })).rejects.toMatchObject(notFound);
  await expect(revokeMemberSessions(south, { userId: ada.userId })).rejects.toMatchObject(notFound);
});
