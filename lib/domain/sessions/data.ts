import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm';
import { db } from '../../../db/client.ts';
import { members, sessions, users } from '../../../db/schema/members.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { deviceOf } from './device.ts';
import { type MemberSessionView, mostSessions, type SessionView } from './schema.ts';

const columns = {
  id: sessions.id,
  userAgent: sessions.userAgent,
  address: sessions.address,
  createdAt: sessions.createdAt,
  lastSeenAt: sessions.lastSeenAt,
};

/** The browsers that the person is signed in with, in whichever organisation, the one seen last first. */
export async function listOwnSessions(ctx: Context): Promise<SessionView[]> {
  requirePermission(ctx, 'read');
  const rows = await db()
    .select(columns)
    .from(sessions)
    .where(and(eq(sessions.userId, ctx.actor.id), isLive(ctx.now)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(mostSessions);
  return rows.map(sessionView);
}

/** The browsers that the other members are signed in with, the one seen last first. Throws forbidden. */
export async function listMemberSessions(ctx: Context): Promise<MemberSessionView[]> {
  requirePermission(ctx, 'members.write');
  const rows = await db()
    .select({ ...columns, userId: users.id, name: users.name, role: members.role })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(members, and(eq(members.userId, users.id), eq(members.organisationId, ctx.organisationId)))
    .where(and(ne(users.id, ctx.actor.id), isLive(ctx.now)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(mostSessions);
  return rows.map(({ userId, name, role, ...row }) => ({ ...sessionView(row), member: { userId, name, role } }));
}

const isLive = (now: Date) => and(isNull(sessions.revokedAt), gt(sessions.expiresAt, now));

function sessionView({
  id,
  userAgent,
  address,
  createdAt,
  lastSeenAt,
}: Omit<SessionView, 'device'> & { userAgent: string | null }): SessionView {
  return { id, device: deviceOf(userAgent), address, createdAt, lastSeenAt };
}
