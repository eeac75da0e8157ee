import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { db } from '../../../db/client.ts';
import { auditLog } from '../../../db/schema/audit.ts';
import type { Role } from '../../../db/schema/enums.ts';
import { mails } from '../../../db/schema/mails.ts';
import { passwordResets } from '../../../db/schema/members.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeOrganisation } from '../../../db/testing/factories.ts';
import { openPasswordReset } from '../../auth/password-reset-gate.ts';
import { findSession, openSession } from '../../auth/session-row.ts';
import { signInWithPassword } from '../../auth/sign-in.ts';
import { claimAttempt, claimResetRequest } from '../../auth/sign-in-throttle.ts';
import type { Context } from '../../context.ts';
import { resetEnv } from '../../env.ts';
import { claimDueMails } from '../mail/claim-mails.ts';
import { addMember, createMember } from '../members/mutations.ts';
import { changePassword, choosePassword, createResetLink, mailResetLink } from './mutations.ts';

await createTestDatabase();

const now = new Date('2026-03-01T09:00:00Z');
const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const [password, another] = ['quiet harbour lantern', 'seven green umbrellas'];
const installation = {
  actor: { type: 'system', id: 'test', label: 'Test' },
  requestId: 'r',
  now,
  door: 'worker',
} as const;
let north: Context;
let people = 0;

beforeEach(async () => {
  north = contextFor((await makeOrganisation({ now })).organisationId, { role: 'owner', now });
  Object.assign(process.env, { SMTP_URL: 'smtp://mail.example:25', MAIL_FROM: 'hub@example.com' });
  resetEnv();
});
afterEach(() => {
  delete process.env.SMTP_URL;
  delete process.env.MAIL_FROM;
  resetEnv();
});

async function person(role: Role) {
  const email = `person${++people}@books.example`;
  const { userId } = await createMember(north, { email, name: 'Ada', password, role });
  const ctx: Context = { ...north, actor: { type: 'user', id: userId, label: 'Ada', role } };
  return { userId, email, ctx };
}

const as = (role: Role) => contextFor(north.organisationId, { role, now });
const tokenOf = (url = '') => url.slice(url.lastIndexOf('/') + 1);
const open = (token: string, at = now) => openPasswordReset(token, { requestId: 'r', now: at });

async function choose(token: string, chosen = another, at = now) {
  const access = await open(token);
  if (access.state !== 'open') throw new Error('The link does not work');
  return choosePassword({ ...access.by, now: at }, { resetId: access.resetId, password: chosen });
}

const signsIn = (email: string, chosen: string) =>
  signInWithPassword({ email, password: chosen }, { address: null, userAgent: null, now }).then(
    () => true,
    () => false,
  );

test('a link that an admin passes on gives its person the password they choose, once, and signs them out', async () => {
  const { userId, email } = await person('operator');
  const session = await openSession(userId, { userAgent: null, now });
  const token = tokenOf((await createResetLink(as('admin'), { userId })).url);
  expect(await open(token)).toMatchObject({ state: 'open', email });
  expect(await signsIn(email, password)).toBe(true);
  const outcomes = await Promise.allSettled([choose(token), choose(token), choose(token)]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await open(token)).toEqual({ state: 'closed' });
  expect([await signsIn(email, password), await signsIn(email, another)]).toEqual([false, true]);
  expect(await findSession(session, now)).toBeNull();
  const heard = await db().select().from(auditLog).where(eq(auditLog.subjectId, userId));
  expect(heard.map(({ action }) => action)).toContain('user.password-reset');
  expect(JSON.stringify([heard, await db().select().from(passwordResets)])).not.toContain(token);
});

test('a link is over after its time, also when its page was opened before', async () => {
  const { userId } = await person('operator');
  const token = tokenOf((await createResetLink(as('admin'), { userId })).url);
  expect(await open(token, hoursLater(23.9))).toMatchObject({ state: 'open' });
  expect(await open(token, hoursLater(24))).toEqual({ state: 'closed' });
  await expect(choose(token, another, hoursLater(24))).rejects.toMatchObject({ code: 'conflict' });
});

test('a newer link ends the one before, and a weak password leaves it as it was', async () => {
  const { userId } = await person('operator');
  const first = tokenOf((await createResetLink(as('admin'), { userId })).url);
  const second = tokenOf((await createResetLink(as('owner'), { userId })).url);
  expect(await open(first)).toEqual({ state: 'closed' });
  await expect(choose(second, 'short')).rejects.toMatchObject({ details: { issues: [{ path: 'password' }] } });
  await choose(second);
});

test('an admin takes over neither an owner nor an account that another organisation knows', async () => {
  const [owner, operator] = [await person('owner'), await person('operator')];
  await expect(createResetLink(as('admin'), owner)).rejects.toMatchObject({ code: 'forbidden' });
  await createResetLink(as('owner'), owner);
  const south = contextFor((await makeOrganisation({ now })).organisationId, { role: 'owner', now });
  await expect(createResetLink(south, operator)).rejects.toMatchObject({ code: 'not-found' });
  await addMember(south, { userId: operator.userId, role: 'viewer' });
  await expect(createResetLink(as('owner'), operator)).rejects.toMatchObject({ code: 'conflict' });
  await expect(createResetLink(south, operator)).rejects.toMatchObject({ code: 'conflict' });
});

test('a link that an admin made stops working when its person joins another organisation', async () => {
  const { userId } = await person('operator');
  const token = tokenOf((await createResetLink(as('admin'), { userId })).url);
  const south = contextFor((await makeOrganisation({ now })).organisationId, { role: 'owner', now });
  await addMember(south, { userId, role: 'viewer' });
  expect(await open(token)).toEqual({ state: 'closed' });
});

test('who forgot the password gets a mail with a link for an hour; an unknown address gets none', async () => {
  const { email } = await person('viewer');
  await mailResetLink(installation, { email });
  await mailResetLink(installation, { email: 'nobody@books.example' });
  const queued = await claimDueMails({ now, limit: 10 });
  expect(queued.map(({ recipient }) => recipient)).toEqual([email]);
  const token = tokenOf(queued[0]?.message?.action?.url);
  expect(await open(token, hoursLater(1))).toEqual({ state: 'closed' });
  await choose(token);
  expect(await signsIn(email, another)).toBe(true);
  const [row] = await db().select().from(mails).where(eq(mails.recipient, email));
  expect(row).toMatchObject({ kind: 'PASSWORD_RESET', organisationId: null, giveUpAt: hoursLater(1) });
});

test('asking for links again and again waits, and keeps nobody from signing in', async () => {
  const { email } = await person('viewer');
  for (let n = 0; n < 3; n++) await claimResetRequest(email, '203.0.113.9', now);
  await expect(claimResetRequest(email, '203.0.113.9', now)).rejects.toMatchObject({
    code: 'rate-limited',
    message: expect.stringMatching(/^Too many links were asked for\. Try again in/),
  });
  await claimAttempt(email, '203.0.113.9', now);
});

test('a person changes the password with the one they have, and stays signed in in this browser alone', async () => {
  const { userId, email, ctx } = await person('viewer');
  const [here, elsewhere] = [
    await openSession(userId, { userAgent: null, now }),
    await openSession(userId, { userAgent: null, now }),
  ];
  const change = (current: string, chosen: string) =>
    changePassword(ctx, { current, password: chosen, sessionId: here.sessionId });
  await expect(change('not the password', another)).rejects.toMatchObject({
    details: { issues: [{ path: 'current' }] },
  });
  await expect(change(password, 'short')).rejects.toMatchObject({ details: { issues: [{ path: 'password' }] } });
  expect(await findSession(elsewhere, now)).not.toBeNull();
  await change(password, another);
  expect([await signsIn(email, password), await signsIn(email, another)]).toEqual([false, true]);
  expect(await findSession(here, now)).not.toBeNull();
  expect(await findSession(elsewhere, now)).toBeNull();
});
