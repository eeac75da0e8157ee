import { and, eq, gt, isNull, ne } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { members, passwordResets, sessions, users } from '../../../db/schema/members.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context, SystemContext } from '../../context.ts';
import { hashPassword, verifyPassword } from '../../crypto/passwords.ts';
import { hashToken, newToken } from '../../crypto/tokens.ts';
import { env } from '../../env.ts';
import { conflict, invalid, notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { queueMail } from '../mail/mutations.ts';
import { closeResets, replacePassword } from '../members/mutations.ts';
import { passwordProblem } from '../members/password-rule.ts';
import type { MemberInput } from '../members/schema.ts';
import { requireRank } from '../members/standing.ts';
import { type ChangePasswordInput, type CreatedResetLink, forgottenLinkHours, passedOnLinkHours } from './schema.ts';

const hourMs = 3_600_000;

/**
 * Makes a link by which a member chooses a new password, to be passed on to them. Throws not-found, forbidden where it
 * takes an owner, and conflict for somebody who belongs to another organisation too: no administrator of one may take over
 * an account that another one knows.
 */
export async function createResetLink(ctx: Context, { userId }: MemberInput): Promise<CreatedResetLink> {
  requirePermission(ctx, 'members.write');
  return db().transaction(async (tx) => {
    const homes = await tx
      .select({ organisationId: members.organisationId, role: members.role, name: users.name })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(eq(members.userId, userId));
    const member = homes.find(({ organisationId }) => organisationId === ctx.organisationId);
    if (!member) throw notFound('Member');
    requireRank(ctx, member.role);
    if (homes.length > 1) {
      throw conflict(
        `${member.name} belongs to another organisation too, so only they themselves or whoever runs this installation can give them a new password.`,
      );
    }
    const link = await insertReset(tx, { userId, now: ctx.now, hours: passedOnLinkHours });
    const after = { name: member.name, expiresAt: link.expiresAt };
    await recordAudit(tx, ctx, { action: 'user.reset-link-created', subjectId: userId, after });
    return link;
  });
}

/**
 * Sends who has this e-mail address (lower case) a link to choose a new password; nobody is told whether somebody has.
 * For the installation alone.
 */
export async function mailResetLink(by: SystemContext, { email }: { email: string }): Promise<void> {
  await db().transaction(async (tx) => {
    const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
    if (!user) return;
    const { url } = await insertReset(tx, { userId: user.id, now: by.now, hours: forgottenLinkHours });
    await queueMail(tx, {
      organisationId: null,
      kind: 'PASSWORD_RESET',
      recipient: email,
      message: {
        subject: 'Choose a new password for Ledgerline',
        body: [
          `A new password was asked for, for the account ${email}.`,
          'The link works once, for an hour. With the new password you are signed out everywhere else.',
        ],
        action: { label: 'Choose a new password', url },
        note: 'If it was not you, do nothing: your password stays as it is.',
      },
      now: by.now,
      worthMs: forgottenLinkHours * hourMs,
    });
  });
}

/** Stores the digest of a new link; those before it stop working. */
async function insertReset(
  tx: Tx,
  { userId, now, hours }: { userId: string; now: Date; hours: number },
): Promise<CreatedResetLink> {
  const token = newToken('lr');
  const expiresAt = new Date(now.getTime() + hours * hourMs);
  await closeResets(tx, userId, now);
  await tx.insert(passwordResets).values({ userId, hash: hashToken(token), createdAt: now, expiresAt });
  return { url: `${env().publicUrl}/reset-password/${token}`, expiresAt };
}

/**
 * Uses a reset link: its person has the new password and is signed out everywhere; every organisation of theirs hears of
 * it. `by` is the link's own. Throws invalid for a weak password, and conflict for a link that no longer works.
 */
export async function choosePassword(
  by: SystemContext,
  input: { resetId: string; password: string },
): Promise<{ userId: string; email: string }> {
  return db().transaction(async (tx) => {
    const [used] = await tx
      .update(passwordResets)
      .set({ closedAt: by.now })
      .where(
        and(
          eq(passwordResets.id, input.resetId),
          isNull(passwordResets.closedAt),
          gt(passwordResets.expiresAt, by.now),
        ),
      )
      .returning({ userId: passwordResets.userId });
    if (!used) throw conflict('This link does not work any more. Ask for a new one.');
    const person = await personOf(tx, used.userId);
    refuseWeak(input.password, person);
    await replacePassword(tx, by, { userId: used.userId, passwordHash: await hashPassword(input.password) });
    return { userId: used.userId, email: person.email };
  });
}

/**
 * Gives the person another password; they stay signed in in the browser of `sessionId`, and nowhere else. Throws invalid
 * for a wrong current password and for a weak new one.
 */
export async function changePassword(ctx: Context, input: ChangePasswordInput & { sessionId: string }): Promise<void> {
  requirePermission(ctx, 'read');
  const userId = ctx.actor.id;
  await db().transaction(async (tx) => {
    const person = await personOf(tx, userId);
    if (!(await verifyPassword(person.passwordHash, input.current))) {
      throw invalid({ path: 'current', message: 'is not your password' });
    }
    refuseWeak(input.password, person);
    await tx
      .update(users)
      .set({ passwordHash: await hashPassword(input.password) })
      .where(eq(users.id, userId));
    await closeResets(tx, userId, ctx.now);
    await tx
      .update(sessions)
      .set({ revokedAt: ctx.now })
      .where(and(eq(sessions.userId, userId), ne(sessions.id, input.sessionId), isNull(sessions.revokedAt)));
    await recordAudit(tx, ctx, { action: 'user.password-changed', subjectId: userId });
  });
}

async function personOf(tx: Tx, userId: string) {
  const [person] = await tx.select().from(users).where(eq(users.id, userId)).for('update');
  if (!person) throw notFound('Person');
  return person;
}

/** Throws invalid for a password that breaks the rule. */
export function refuseWeak(password: string, person: { email: string; name: string }): void {
  const problem = passwordProblem(password, person);
  if (problem) throw invalid({ path: 'password', message: problem });
}
