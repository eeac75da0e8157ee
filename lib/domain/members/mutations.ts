import { and, eq, isNull } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { members, passwordResets, sessions, users } from '../../../db/schema/members.ts';
import { requirePermission } from '../../auth/permissions.ts';
import { type Context, makeContext, type SystemContext } from '../../context.ts';
import { hashPassword } from '../../crypto/passwords.ts';
import { conflict, notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import { lockMember, membership, refuseLastOwner } from './lock-member.ts';
import {
  type AddMemberInput,
  addMemberInput,
  type ChangeRoleInput,
  changeRoleInput,
  type NewUserInput,
  newUserInput,
  type ResetPasswordInput,
  resetPasswordInput,
} from './schema.ts';
import { requireRank } from './standing.ts';

/** Makes a person who can sign in but belongs nowhere yet. Throws forbidden, invalid, and conflict when the e-mail is taken. */
export async function createUser(ctx: Context, input: NewUserInput): Promise<{ id: string }> {
  requirePermission(ctx, 'members.write');
  return db().transaction((tx) => insertUser(tx, ctx, input));
}

/** Makes a person a member of the organisation. Throws forbidden, not-found, and conflict for one who is a member. */
export async function addMember(ctx: Context, input: AddMemberInput): Promise<void> {
  requirePermission(ctx, 'members.write');
  await db().transaction((tx) => insertMember(tx, ctx, input));
}

/** Makes a person and their membership together. Throws like createUser and addMember; then nothing is stored. */
export async function createMember(
  ctx: Context,
  input: NewUserInput & Pick<AddMemberInput, 'role'>,
): Promise<{ userId: string }> {
  requirePermission(ctx, 'members.write');
  return db().transaction(async (tx) => {
    const { id: userId } = await insertUser(tx, ctx, input);
    await insertMember(tx, ctx, { userId, role: input.role });
    return { userId };
  });
}

/**
 * Gives a member another role. Throws invalid, not-found, forbidden where it takes an owner, and conflict for the last
 * owner.
 */
export async function changeRole(ctx: Context, given: ChangeRoleInput): Promise<void> {
  requirePermission(ctx, 'members.write');
  const { userId, role } = checkedInput(changeRoleInput, given);
  await db().transaction(async (tx) => {
    const member = await lockMember(tx, ctx, userId);
    const { name, role: before } = member;
    requireRank(ctx, before);
    requireRank(ctx, role);
    if (before === role) return;
    refuseLastOwner(member);
    await tx.update(members).set({ role }).where(membership(ctx, userId));
    await recordAudit(tx, ctx, {
      action: 'member.role-changed',
      subjectId: userId,
      before: { name, role: before },
      after: { name, role },
    });
  });
}

/** Signs a person out everywhere, inside the caller's transaction. */
export async function endSessions(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)));
}

/**
 * Gives a person a new password and signs them out everywhere; every organisation of theirs hears of it. For the
 * installation alone: no administrator of one organisation may take over an account that others know too. Throws
 * invalid and not-found.
 */
export async function resetPassword(by: SystemContext, given: ResetPasswordInput): Promise<{ id: string }> {
  const { email, password } = checkedInput(resetPasswordInput, given);
  const passwordHash = await hashPassword(password);
  return db().transaction(async (tx) => {
    const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
    if (!user) throw notFound('Person with this e-mail address');
    await replacePassword(tx, by, { userId: user.id, passwordHash });
    return user;
  });
}

/** Stores a new password, signs the person out everywhere and tells every organisation of theirs, in the transaction. */
export async function replacePassword(
  tx: Tx,
  by: SystemContext,
  { userId, passwordHash }: { userId: string; passwordHash: string },
): Promise<void> {
  await tx.update(users).set({ passwordHash }).where(eq(users.id, userId));
  await endSessions(tx, userId, by.now);
  const homes = await tx
    .select({ organisationId: members.organisationId })
    .from(members)
    .where(eq(members.userId, userId));
  for (const { organisationId } of homes) {
    const ctx = makeContext({ ...by, organisationId });
    await recordAudit(tx, ctx, { action: 'user.password-reset', subjectId: userId });
  }
}

/** Makes a person's open reset links useless, inside the caller's transaction. */
export async function closeResets(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx
    .update(passwordResets)
    .set({ closedAt: now })
    .where(and(eq(passwordResets.userId, userId), isNull(passwordResets.closedAt)));
}

/** createUser inside the caller's transaction, which has asked for the permission. */
export async function insertUser(tx: Tx, ctx: Context, given: NewUserInput): Promise<{ id: string }> {
  const { email, name, password } = checkedInput(newUserInput, given);
  return storeUser(tx, ctx, { email, name, passwordHash: await hashPassword(password) });
}

/** Makes a person, in the caller's transaction; without a password for one who signs in by single sign-on. Throws conflict. */
export async function storeUser(
  tx: Tx,
  ctx: Context,
  person: { email: string; name: string; passwordHash: string | null },
): Promise<{ id: string }> {
  const [made] = await tx
    .insert(users)
    .values({ ...person, createdAt: ctx.now })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  if (!made) throw conflict('Somebody with this e-mail address exists already');
  await recordAudit(tx, ctx, { action: 'user.created', subjectId: made.id, after: { name: person.name } });
  return made;
}

/**
 * addMember inside the caller's transaction. Owners are made by owners. Reset links that an admin of another organisation
 * made stop working: the account is no longer theirs alone.
 */
export async function insertMember(tx: Tx, ctx: Context, given: AddMemberInput): Promise<void> {
  const input = checkedInput(addMemberInput, given);
  requireRank(ctx, input.role);
  const [user] = await tx.select({ id: users.id, name: users.name }).from(users).where(eq(users.id, input.userId));
  if (!user) throw notFound('Person');
  const made = await tx
    .insert(members)
    .values({ organisationId: ctx.organisationId, userId: user.id, role: input.role, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ userId: members.userId });
  if (made.length === 0) throw conflict('This person is a member of the organisation already');
  await closeResets(tx, user.id, ctx.now);
  await recordAudit(tx, ctx, {
    action: 'member.added',
    subjectId: user.id,
    after: { name: user.name, role: input.role },
  });
}
