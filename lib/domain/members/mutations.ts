import { and, eq, isNull } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { members, sessions, users } from '../../../db/schema/members.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { hashPassword } from '../../crypto/passwords.ts';
import { conflict, forbidden, notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import {
  type AddMemberInput,
  addMemberInput,
  type NewUserInput,
  newUserInput,
  type ResetPasswordInput,
  resetPasswordInput,
} from './schema.ts';

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
 * Gives a person a new password and signs them out everywhere. For the command line alone: a person may belong to
 * several organisations, and no administrator of one may take over an account of another.
 */
export async function resetPassword(ctx: Context, given: ResetPasswordInput): Promise<{ userId: string }> {
  if (ctx.actor.type !== 'system') throw forbidden('Passwords are reset on the command line: user reset-password');
  const { email, password } = checkedInput(resetPasswordInput, given);
  const passwordHash = await hashPassword(password);
  return db().transaction(async (tx) => {
    const [user] = await tx
      .update(users)
      .set({ passwordHash })
      .where(eq(users.email, email))
      .returning({ id: users.id });
    if (!user) throw notFound('Person with this e-mail address');
    await tx
      .update(sessions)
      .set({ revokedAt: ctx.now })
      .where(and(eq(sessions.userId, user.id), isNull(sessions.revokedAt)));
    await recordAudit(tx, ctx, { action: 'member.password-reset', subjectId: user.id });
    return { userId: user.id };
  });
}

/** createUser inside the caller's transaction, which has asked for the permission. */
export async function insertUser(tx: Tx, ctx: Context, given: NewUserInput): Promise<{ id: string }> {
  const input = checkedInput(newUserInput, given);
  const [made] = await tx
    .insert(users)
    .values({
      email: input.email,
      name: input.name,
      passwordHash: await hashPassword(input.password),
      createdAt: ctx.now,
    })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  if (!made) throw conflict('Somebody with this e-mail address exists already');
  await recordAudit(tx, ctx, { action: 'user.created', subjectId: made.id, after: { name: input.name } });
  return made;
}

/** addMember inside the caller's transaction. Owners are made by owners. */
export async function insertMember(tx: Tx, ctx: Context, given: AddMemberInput): Promise<void> {
  const input = checkedInput(addMemberInput, given);
  const { actor } = ctx;
  if (input.role === 'owner' && actor.type === 'user' && actor.role !== 'owner') {
    throw forbidden('Only an owner can make somebody an owner');
  }
  const [user] = await tx.select({ id: users.id, name: users.name }).from(users).where(eq(users.id, input.userId));
  if (!user) throw notFound('Person');
  const made = await tx
    .insert(members)
    .values({ organisationId: ctx.organisationId, userId: user.id, role: input.role, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ userId: members.userId });
  if (made.length === 0) throw conflict('This person is a member of the organisation already');
  await recordAudit(tx, ctx, {
    action: 'member.added',
    subjectId: user.id,
    after: { name: user.name, role: input.role },
  });
}
