import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '../../../db/client.ts';
import { auditLog } from '../../../db/schema/audit.ts';
import { roles } from '../../../db/schema/enums.ts';
import { members, users } from '../../../db/schema/members.ts';
import { chains } from '../../../db/schema/organisations.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { verifyPassword } from '../../crypto/passwords.ts';
import { createOrganisation } from '../organisations/mutations.ts';
import { addMember, createMember, createUser, resetPassword } from './mutations.ts';
import { newUserInput } from './schema.ts';

await createTestDatabase();

const now = new Date('2026-03-01T09:00:00Z');
const by = { actor: { type: 'system', id: 'test', label: 'Test' }, requestId: 'r', now, door: 'cli' } as const;
const { ctx, id: organisationId } = await createOrganisation(by, { name: 'Northwind' });
const password = 'correct horse battery';
const as = (role: (typeof roles)[number]) => ({ ...ctx, actor: { type: 'user', id: 'x', label: 'X', role } as const });

test('an organisation has its default chain from birth, and says in the audit log who made it', async () => {
  const found = await db().select().from(chains).where(eq(chains.organisationId, organisationId));
  expect(found).toMatchObject([{ isDefault: true, lastNumber: 0, name: 'Northwind' }]);
  const [entry] = await db().select().from(auditLog).where(eq(auditLog.organisationId, organisationId));
  expect(entry).toMatchObject({ action: 'organisation.created', actorLabel: 'Test', door: 'cli' });
});

test('a password is kept as argon2id alone, and nowhere in the audit log', async () => {
  await createMember(ctx, { email: 'ada@books.example', name: 'Ada', password, role: 'admin' });
  const [user] = await db().select().from(users).where(eq(users.email, 'ada@books.example'));
  expect(user?.passwordHash).toMatch(/^\$argon2id\$/);
  expect(await verifyPassword(user?.passwordHash, password)).toBe(true);
  expect(await verifyPassword(user?.passwordHash, `${password} `)).toBe(false);
  expect(await verifyPassword(undefined, 'nobody has this password')).toBe(false);
  expect(JSON.stringify(await db().select().from(auditLog))).not.toContain(password);
});

test('an e-mail address belongs to one person, and a refused membership leaves nobody behind', async () => {
  const ben = { email: 'ben@books.example', name: 'Ben', password };
  await createUser(ctx, ben);
  await expect(createMember(ctx, { ...ben, role: 'viewer' })).rejects.toMatchObject({ code: 'conflict' });
  const carl = { email: 'carl@books.example', name: 'Carl', password };
  await expect(createMember(as('admin'), { ...carl, role: 'owner' })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await db().select().from(users).where(eq(users.email, carl.email))).toEqual([]);
});

test('a person is a member of an organisation once', async () => {
  const { id: userId } = await createUser(ctx, { email: 'dora@books.example', name: 'Dora', password });
  await addMember(ctx, { userId, role: 'viewer' });
  await expect(addMember(ctx, { userId, role: 'owner' })).rejects.toMatchObject({ code: 'conflict' });
  expect(await db().select({ role: members.role }).from(members).where(eq(members.userId, userId))).toEqual([
    { role: 'viewer' },
  ]);
  await expect(addMember(ctx, { userId: crypto.randomUUID(), role: 'viewer' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test.each(roles)('what a person with the role %s may do to people is decided by the role', async (role) => {
  const person = { email: `by-${role}@books.example`, name: 'New', password };
  const made = createMember(as(role), { ...person, role: 'viewer' });
  if (role === 'owner' || role === 'admin') await made;
  else await expect(made).rejects.toMatchObject({ code: 'forbidden' });
  const stored = await db().select().from(users).where(eq(users.email, person.email));
  expect(stored).toHaveLength(role === 'owner' || role === 'admin' ? 1 : 0);
});

test('a reset password replaces the old one, and the organisations of the person hear of it', async () => {
  const email = 'eve@books.example';
  const { userId } = await createMember(ctx, { email, name: 'Eve', password, role: 'viewer' });
  await resetPassword(by, { email, password: 'another long password' });
  const [user] = await db().select().from(users).where(eq(users.email, email));
  expect(await verifyPassword(user?.passwordHash, password)).toBe(false);
  expect(await verifyPassword(user?.passwordHash, 'another long password')).toBe(true);
  const heard = await db().select().from(auditLog).where(eq(auditLog.subjectId, userId));
  expect(heard.map((entry) => entry.action)).toEqual(['user.created', 'member.added', 'user.password-reset']);
  await expect(resetPassword(by, { email: 'x@books.example', password })).rejects.toMatchObject({ code: 'not-found' });
  await expect(resetPassword(by, { email, password: 'short' })).rejects.toMatchObject({ code: 'invalid' });
});

test('input is brought into form, and refused field by field', () => {
  const { data } = newUserInput.safeParse({ email: ' Ada@Books.Example', name: ' Ada ', password });
  expect(data).toEqual({ email: 'ada@books.example', name: 'Ada', password });
  const { error } = newUserInput.safeParse({ email: 'ada', name: '', password });
  expect(error?.issues.map((issue) => issue.path.join('.')).sort()).toEqual(['email', 'name']);
  const weak = newUserInput.safeParse({ email: 'ada@books.example', name: 'Ada', password: 'Password2026' });
  expect(weak.error?.issues).toMatchObject([{ path: ['password'] }]);
});
