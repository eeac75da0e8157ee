import { and, eq, isNull } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { members, sessions, users } from '../../../db/schema/members.ts';
import { requirePermission } from '../../auth/permissions.ts';
import { type Context, makeContext, type SystemContext } from '../../context.ts';
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
 * Gives a person a new password and signs them out everywhere; every organisation of theirs hears of it. For the
 * installation alone: no administrator of one organisation may take over an account that others know too. Throws
 * invalid and not-found.
 */
export async function resetPassword(by: SystemContext, given: ResetPasswordInput): Promise<{ id: string }> {
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
      .set({ revokedAt: by.now })
      .where(and(eq(sessions.userId, user.id), isNull(sessions.revokedAt)));
    const homes = await tx
      .select({ organisationId: members.organisationId })
      .from(members)
      .where(eq(members.userId, user.id));
    for (const { organisationId } of homes) {
      const ctx = makeContext({ ...by, organisationId });
      await recordAudit(tx, ctx, { action: 'user.password-reset', subjectId: user.id });
    }
    return user;
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
