import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { db } from '../../../db/client.ts';
import { auditLog } from '../../../db/schema/audit.ts';
import { type Role, roles } from '../../../db/schema/enums.ts';
import { members } from '../../../db/schema/members.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeOrganisation } from '../../../db/testing/factories.ts';
import { findSession, openSession } from '../../auth/session-row.ts';
import type { Context } from '../../context.ts';
import { listMembers } from './data.ts';
import { removeMember } from './leaving.ts';
import { addMember, changeRole, createMember } from './mutations.ts';
import { mayManage } from './standing.ts';

await createTestDatabase();

const now = new Date('2026-03-01T09:00:00Z');
let north: Context;

beforeEach(async () => {
  north = contextFor((await makeOrganisation({ now })).organisationId, { role: 'owner', now });
});

const as = (role: Role) => contextFor(north.organisationId, { role, now });
let people = 0;
async function person(role: Role): Promise<string> {
  const name = `Person ${String(++people).padStart(3, '0')}`;
  const email = `person${people}@books.example`;
  const { userId } = await createMember(north, { email, name, password: 'quiet lantern', role });
  return userId;
}
const roleOf = async (userId: string) =>
  (await db().select({ role: members.role }).from(members).where(eq(members.userId, userId)))[0]?.role;

test('owners manage everybody, admins everybody but owners, others nobody', () => {
  const managed = (role: Role) => roles.filter((other) => mayManage(as(role).actor, other));
  expect(managed('owner')).toEqual(roles);
  expect(managed('admin')).toEqual(['admin', 'operator', 'viewer']);
  expect(managed('operator')).toEqual([]);
  expect(managed('viewer')).toEqual([]);
});

test('a role is changed, and the audit log says from which to which', async () => {
  await person('owner');
  const userId = await person('viewer');
  await changeRole(as('admin'), { userId, role: 'operator' });
  expect(await roleOf(userId)).toBe('operator');
  const entries = await db().select().from(auditLog).where(eq(auditLog.subjectId, userId));
  expect(entries.at(-1)).toMatchObject({
    action: 'member.role-changed',
    before: { role: 'viewer' },
    after: { role: 'operator' },
  });
});

test('an admin neither makes an owner nor touches one', async () => {
  const [owner, viewer] = [await person('owner'), await person('viewer')];
  await person('owner');
  const forbidden = { code: 'forbidden' };
  await expect(changeRole(as('admin'), { userId: viewer, role: 'owner' })).rejects.toMatchObject(forbidden);
  await expect(changeRole(as('admin'), { userId: owner, role: 'viewer' })).rejects.toMatchObject(forbidden);
  await expect(removeMember(as('admin'), { userId: owner })).rejects.toMatchObject(forbidden);
  expect([await roleOf(owner), await roleOf(viewer)]).toEqual(['owner', 'viewer']);
});

test('the last owner stays one', async () => {
  const owner = await person('owner');
  await person('admin');
  const conflict = { code: 'conflict', message: expect.stringContaining('last owner') };
  await expect(changeRole(north, { userId: owner, role: 'admin' })).rejects.toMatchObject(conflict);
  await expect(removeMember(north, { userId: owner })).rejects.toMatchObject(conflict);
  await changeRole(north, { userId: owner, role: 'owner' });
  expect(await roleOf(owner)).toBe('owner');
});

test('owners who take the role from each other at the same time leave one owner', async () => {
  const owners = await Promise.all(Array.from({ length: 4 }, () => person('owner')));
  const changes = owners.map((userId, index) =>
    index % 2 === 0 ? changeRole(north, { userId, role: 'viewer' }) : removeMember(north, { userId }),
  );
  const outcomes = await Promise.allSettled(changes);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect((await listMembers(north)).filter(({ role }) => role === 'owner')).toHaveLength(1);
});

test('everybody may leave, and remove nobody else; the last owner stays', async () => {
  const [owner, viewer, other] = [await person('owner'), await person('viewer'), await person('viewer')];
  const self = (userId: string, role: Role): Context => {
    const ctx = as(role);
    return { ...ctx, actor: { type: 'user', id: userId, label: 'Self', role } };
  };
  await expect(removeMember(self(viewer, 'viewer'), { userId: other })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(removeMember(self(owner, 'owner'), { userId: owner })).rejects.toMatchObject({ code: 'conflict' });
  await removeMember(self(viewer, 'viewer'), { userId: viewer });
  expect([await roleOf(owner), await roleOf(viewer), await roleOf(other)]).toEqual(['owner', undefined, 'viewer']);
});

test('who is removed and belongs nowhere else is signed out for good', async () => {
  const userId = await person('operator');
  const session = await openSession(userId, { userAgent: null, now });
  await removeMember(as('admin'), { userId });
  await addMember(north, { userId, role: 'viewer' });
  expect(await findSession(session, now)).toBeNull();
});

test('who is removed and belongs to another organisation sees that one from then on', async () => {
  const south = contextFor((await makeOrganisation({ name: 'Southgate', now })).organisationId, { role: 'owner', now });
  const userId = await person('operator');
  const session = await openSession(userId, { userAgent: null, now });
  await addMember(south, { userId, role: 'viewer' });
  await removeMember(as('admin'), { userId });
  expect(await findSession(session, now)).toMatchObject({
    organisation: { name: 'Southgate', role: 'viewer' },
    organisations: [{ id: south.organisationId }],
  });
});

test('a member of another organisation is not found', async () => {
  const south = contextFor((await makeOrganisation({ now })).organisationId, { role: 'owner', now });
  const userId = await person('viewer');
  await expect(changeRole(south, { userId, role: 'admin' })).rejects.toMatchObject({ code: 'not-found' });
  await expect(removeMember(south, { userId })).rejects.toMatchObject({ code: 'not-found' });
});

test('members are listed by name, with when they were last seen', async () => {
  const [one, two] = [await person('owner'), await person('viewer')];
  await openSession(two, { userAgent: null, now });
  expect(await listMembers(north)).toMatchObject([
    { userId: one, role: 'owner', joinedAt: now, lastSeenAt: null },
    { userId: two, role: 'viewer', joinedAt: now, lastSeenAt: now },
  ]);
});
