import { and, asc, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { db } from '../../db/client.ts';
import type { Role } from '../../db/schema/enums.ts';
import { members, sessions, users } from '../../db/schema/members.ts';
import { organisations } from '../../db/schema/organisations.ts';
import { forbidden } from '../errors.ts';
import { type SessionToken, sessionLifetimeSeconds } from './session-cookie.ts';

/** A session nobody used for this long is over. */
const idleSeconds = 7 * 24 * 3600;
const touchEverySeconds = 60;

export interface Membership {
  id: number;
  name: string;
  timeZone: string;
  isDemo: boolean;
  role: Role;
}

/** A session that holds, with the person and where they may go. */
export interface LiveSession {
  sessionId: string;
  user: { id: string; email: string; name: string };
  /** The one this browser looks at. */
  organisation: Membership;
  /** All of the person's, by name. */
  organisations: Membership[];
}

const later = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000);

/**
 * Opens a session in the organisation the person looked at last, or their first one. Throws forbidden for a person who
 * belongs to none.
 */
export async function openSession(
  userId: string,
  browser: { userAgent: string | null; address?: string | null; now: Date },
): Promise<SessionToken> {
  const { now } = browser;
  const [home] = await db()
    .select({ organisationId: members.organisationId })
    .from(members)
    .leftJoin(sessions, and(eq(sessions.userId, members.userId), eq(sessions.organisationId, members.organisationId)))
    .where(eq(members.userId, userId))
    .orderBy(sql`${sessions.lastSeenAt} desc nulls last`, asc(members.createdAt), asc(members.organisationId))
    .limit(1);
  if (!home) throw forbidden('This account belongs to no organisation. Ask an owner to add you.');
  const [made] = await db()
    .insert(sessions)
    .values({
      userId,
      organisationId: home.organisationId,
      userAgent: browser.userAgent?.slice(0, 400) ?? null,
      address: browser.address ?? null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: later(now, idleSeconds),
    })
    .returning({ id: sessions.id });
  if (!made) throw new Error('The session was not stored');
  return { userId, sessionId: made.id };
}

/** The session a cookie speaks of, if it holds: not revoked, not expired, of a person who still belongs somewhere. */
export async function findSession(token: SessionToken, now: Date): Promise<LiveSession | null> {
  const found = await lookUp(token, now);
  if (found && found.lastSeenAt < later(now, -touchEverySeconds)) await touch(token.sessionId, now);
  return found;
}

/** The same for what goes on by itself, such as an event stream: it is no use of the session, which may grow idle. */
export const peekSession = (token: SessionToken, now: Date): Promise<LiveSession | null> => lookUp(token, now);

async function lookUp(token: SessionToken, now: Date): Promise<(LiveSession & { lastSeenAt: Date }) | null> {
  const rows = await db()
    .select({
      chosen: sessions.organisationId,
      lastSeenAt: sessions.lastSeenAt,
      email: users.email,
      name: users.name,
      organisation: {
        id: organisations.id,
        name: organisations.name,
        timeZone: organisations.timeZone,
        isDemo: organisations.isDemo,
        role: members.role,
      },
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(members, eq(members.userId, users.id))
    .innerJoin(organisations, eq(organisations.id, members.organisationId))
    .where(and(eq(sessions.id, token.sessionId), eq(sessions.userId, token.userId), isLive(now)))
    .orderBy(asc(organisations.name), asc(organisations.id));
  const [first] = rows;
  if (!first) return null;
  const all = rows.map((row) => row.organisation);
  return {
    sessionId: token.sessionId,
    user: { id: token.userId, email: first.email, name: first.name },
    organisation: all.find((one) => one.id === first.chosen) ?? first.organisation,
    organisations: all,
    lastSeenAt: first.lastSeenAt,
  };
}

/** Ends a session; one that is over already stays as it was. */
export async function revokeSession(sessionId: string, now: Date): Promise<void> {
  await db()
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
}

const isLive = (now: Date) => and(isNull(sessions.revokedAt), gt(sessions.expiresAt, now));

/** Seen now: the idle time starts again, the session's own end stays. At most one write a minute. */
async function touch(sessionId: string, now: Date): Promise<void> {
  const idleEnd = later(now, idleSeconds).toISOString();
  await db()
    .update(sessions)
    .set({
      lastSeenAt: now,
      expiresAt: sql`least(${idleEnd}::timestamptz, ${sessions.createdAt} + ${sessionLifetimeSeconds} * interval '1 second')`,
    })
    .where(and(eq(sessions.id, sessionId), isLive(now), lt(sessions.lastSeenAt, later(now, -touchEverySeconds))));
}
