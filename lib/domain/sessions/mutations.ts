import { and, eq, exists, gt, isNull, ne } from 'drizzle-orm';
import { db } from '../../../db/client.ts';
import { members, sessions, users } from '../../../db/schema/members.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { endSessions } from '../members/mutations.ts';
import type { MemberInput } from '../members/schema.ts';
import { requireRank } from '../members/standing.ts';
import { deviceOf } from './device.ts';
import type { SessionInput } from './schema.ts';

/**
 * Lets a browser look at another organisation of the person's. Throws not-found for one they don't belong to, and for
 * a session that is not theirs.
 */
export async function switchOrganisation(
  ctx: Context,
  input: { sessionId: string; organisationId: number },
): Promise<void> {
  requirePermission(ctx, 'read');
  const isMember = db()
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.userId, ctx.actor.id), eq(members.organisationId, input.organisationId)));
  const changed = await db()
    .update(sessions)
    .set({ organisationId: input.organisationId })
    .where(
      and(
        eq(sessions.id, input.sessionId),
        eq(sessions.userId, ctx.actor.id),
        isNull(sessions.revokedAt),
        exists(isMember),
      ),
    )
    .returning({ id: sessions.id });
  if (changed.length === 0) throw notFound('Organisation');
}

/**
 * Signs one browser out: of one's own, or of a member whom one may manage. One that is signed out already stays as it was.
 * Throws not-found, and forbidden where it takes an owner.
 */
export async function revokeSession(ctx: Context, { sessionId }: SessionInput): Promise<void> {
  requirePermission(ctx, 'read');
  await db().transaction(async (tx) => {
    const [found] = await tx
      .select({
        userId: sessions.userId,
        userAgent: sessions.userAgent,
        revokedAt: sessions.revokedAt,
        name: users.name,
        role: members.role,
      })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .innerJoin(members, and(eq(members.userId, users.id), eq(members.organisationId, ctx.organisationId)))
      .where(eq(sessions.id, sessionId))
      .for('update', { of: sessions });
    if (!found) throw notFound('Session');
    if (found.userId !== ctx.actor.id) {
      requirePermission(ctx, 'members.write');
      requireRank(ctx, found.role);
    }
    if (found.revokedAt) return;
    await tx.update(sessions).set({ revokedAt: ctx.now }).where(eq(sessions.id, sessionId));
    await recordAudit(tx, ctx, {
      action: 'session.revoked',
      subjectId: found.userId,
      before: { name: found.name, device: deviceOf(found.userAgent) },
    });
  });
}

/** Signs the person out everywhere but in this browser. Answers how many browsers those were. */
export async function revokeOtherSessions(ctx: Context, { sessionId }: SessionInput): Promise<{ count: number }> {
  requirePermission(ctx, 'read');
  return db().transaction(async (tx) => {
    const ended = await tx
      .update(sessions)
      .set({ revokedAt: ctx.now })
      .where(
        and(
          eq(sessions.userId, ctx.actor.id),
          ne(sessions.id, sessionId),
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, ctx.now),
        ),
      )
      .returning({ id: sessions.id });
    if (ended.length > 0) {
      const before = { name: ctx.actor.label, browsers: ended.length };
      await recordAudit(tx, ctx, { action: 'session.revoked', subjectId: ctx.actor.id, before });
    }
    return { count: ended.length };
  });
}

/** Signs a member out everywhere. Throws not-found, and forbidden where it takes an owner. */
export async function revokeMemberSessions(ctx: Context, { userId }: MemberInput): Promise<void> {
  requirePermission(ctx, 'members.write');
  await db().transaction(async (tx) => {
    const [member] = await tx
      .select({ name: users.name, role: members.role })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(and(eq(members.organisationId, ctx.organisationId), eq(members.userId, userId)));
    if (!member) throw notFound('Member');
    requireRank(ctx, member.role);
    await endSessions(tx, userId, ctx.now);
    await recordAudit(tx, ctx, { action: 'session.revoked', subjectId: userId, before: { name: member.name } });
  });
}
