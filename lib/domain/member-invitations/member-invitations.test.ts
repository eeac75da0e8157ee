import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { db } from '../../../db/client.ts';
import { auditLog } from '../../../db/schema/audit.ts';
import type { Role } from '../../../db/schema/enums.ts';
import { memberInvitations, users } from '../../../db/schema/members.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeOrganisation } from '../../../db/testing/factories.ts';
import { openMemberInvitation } from '../../auth/member-invitation-gate.ts';
import { signInWithPassword } from '../../auth/sign-in.ts';
import type { Context } from '../../context.ts';
import { listMembers } from '../members/data.ts';
import { createMember } from '../members/mutations.ts';
import { listMemberInvitations } from './data.ts';
import { createMemberInvitation, joinAsNewPerson, joinWithAccount, revokeMemberInvitation } from './mutations.ts';

await createTestDatabase();

const now = new Date('2026-03-01T09:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const password = 'quiet harbour lantern';
let north: Context;
let people = 0;
let email: string;

beforeEach(async () => {
  north = contextFor((await makeOrganisation({ now })).organisationId, { role: 'owner', now });
  email = `person${++people}@books.example`;
});

const as = (role: Role, at = now) => contextFor(north.organisationId, { role, now: at });
const tokenOf = ({ url }: { url: string }) => url.slice(url.lastIndexOf('/') + 1);

async function invite(role: Role = 'operator', ctx = as('admin')): Promise<string> {
  return tokenOf(await createMemberInvitation(ctx, { email, role }));
}

async function open(token: string, at = now) {
  const access = await openMemberInvitation(token, { requestId: 'r', now: at });
  if (access.state !== 'open') throw new Error(`The invitation is ${access.state}`);
  return access;
}

const stateOf = async (token: string, at = now) =>
  (await openMemberInvitation(token, { requestId: 'r', now: at })).state;

test('whoever is invited makes an account with the link, has the role, and signs in with it', async () => {
  const token = await invite();
  const { ctx, invitation } = await open(token);
  expect(invitation).toMatchObject({ organisationName: 'Northwind', email, role: 'operator', hasAccount: false });
  const { userId } = await joinAsNewPerson(ctx, { invitationId: invitation.id, name: 'Ada', password });
  expect(await listMembers(north)).toMatchObject([{ userId, name: 'Ada', email, role: 'operator' }]);
  const browser = { address: null, userAgent: null, now };
  expect(await signInWithPassword({ email, password }, browser)).toMatchObject({ userId });
  expect(await listMemberInvitations(as('admin'))).toEqual([]);
});

test('a link works once, however many use it at the same time', async () => {
  const token = await invite();
  const { ctx, invitation } = await open(token);
  const joins = ['Ada', 'Ben', 'Carl'].map((name) =>
    joinAsNewPerson(ctx, { invitationId: invitation.id, name, password }),
  );
  const outcomes = await Promise.allSettled(joins);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await listMembers(north)).toHaveLength(1);
  expect(await stateOf(token)).toBe('used');
});

test('a link is over after a week, also when its page was opened before', async () => {
  const token = await invite();
  const { ctx, invitation } = await open(token, later(6.9));
  expect(await stateOf(token, later(7))).toBe('expired');
  const late = { ...ctx, now: later(7) };
  await expect(joinAsNewPerson(late, { invitationId: invitation.id, name: 'Ada', password })).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(await listMemberInvitations(as('admin', later(8)))).toMatchObject([{ email, isExpired: true }]);
});

test('a revoked link does not work, and a new one for the same address ends the one before', async () => {
  const first = await invite();
  const second = await invite('viewer');
  expect(await stateOf(first)).toBe('revoked');
  expect((await open(second)).invitation.role).toBe('viewer');
  const [listed] = await listMemberInvitations(as('admin'));
  const invitationId = listed?.id ?? '';
  await revokeMemberInvitation(as('admin'), { invitationId });
  await revokeMemberInvitation(as('admin'), { invitationId });
  expect(await stateOf(second)).toBe('revoked');
  expect(await stateOf('lm_nothing-like-it')).toBe('unknown');
});

test('only the digest of a link is kept, and the audit log holds neither', async () => {
  const token = await invite();
  const stored = JSON.stringify([await db().select().from(memberInvitations), await db().select().from(auditLog)]);
  expect(stored).toContain(email);
  expect(stored).not.toContain(token);
});

test('a weak password leaves the invitation as it was', async () => {
  const { ctx, invitation } = await open(await invite());
  const weak = { invitationId: invitation.id, name: 'Ada', password: 'short' };
  await expect(joinAsNewPerson(ctx, weak)).rejects.toMatchObject({ details: { issues: [{ path: 'password' }] } });
  await joinAsNewPerson(ctx, { ...weak, password });
});

test('somebody with an account joins with it; nobody else can take their place', async () => {
  const south = contextFor((await makeOrganisation({ now })).organisationId, { role: 'owner', now });
  const { userId } = await createMember(south, { email, name: 'Ada', password, role: 'viewer' });
  const other = await createMember(south, { email: `other-${email}`, name: 'Ben', password, role: 'viewer' });
  const { ctx, invitation } = await open(await invite('admin'));
  expect(invitation.hasAccount).toBe(true);
  const invitationId = invitation.id;
  await expect(joinWithAccount(ctx, { invitationId, userId: other.userId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(joinAsNewPerson(ctx, { invitationId, name: 'Mallory', password })).rejects.toMatchObject({
    code: 'conflict',
  });
  await joinWithAccount(ctx, { invitationId, userId });
  expect(await listMembers(north)).toMatchObject([{ userId, role: 'admin' }]);
  expect(await db().select().from(users).where(eq(users.email, email))).toHaveLength(1);
});

test('a member is not invited again, and owners are invited by owners', async () => {
  await expect(invite('owner', as('admin'))).rejects.toMatchObject({ code: 'forbidden' });
  const { ctx, invitation } = await open(await invite('owner', as('owner')));
  await joinAsNewPerson(ctx, { invitationId: invitation.id, name: 'Ada', password });
  expect(await listMembers(north)).toMatchObject([{ role: 'owner' }]);
  await expect(invite()).rejects.toMatchObject({ code: 'conflict' });
});

test('two who invite the same person at once make one invitation', async () => {
  const outcomes = await Promise.allSettled([invite(), invite(), invite()]);
  expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
  expect(await listMemberInvitations(as('admin'))).toHaveLength(1);
});

test('an invitation of another organisation is not found', async () => {
  await invite();
  const [listed] = await listMemberInvitations(as('admin'));
  const south = contextFor((await makeOrganisation({ now })).organisationId, { role: 'owner', now });
  await expect(revokeMemberInvitation(south, { invitationId: listed?.id ?? '' })).rejects.toMatchObject({
    code: 'not-found',
  });
});
