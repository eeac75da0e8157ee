import { and, asc, count, eq, sql } from 'drizzle-orm';
import { db } from '../../../db/client.ts';
import { members, sessions, users } from '../../../db/schema/members.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import type { Context } from '../../context.ts';
import { demoAccount } from './demo-account.ts';
import type { MemberView } from './schema.ts';

/** The person with this e-mail (lower case), wherever they belong. For the command line, which has no organisation. */
export async function findUserByEmail(email: string): Promise<{ id: string; name: string } | undefined> {
  const [user] = await db().select({ id: users.id, name: users.name }).from(users).where(eq(users.email, email));
  return user;
}

/** Whether the demo's known sign-in is here to be shown: its account is a member of a demo organisation. */
export async function demoAccountExists(): Promise<boolean> {
  const [found] = await db()
    .select({ id: users.id })
    .from(users)
    .innerJoin(members, eq(members.userId, users.id))
    .innerJoin(organisations, eq(organisations.id, members.organisationId))
    .where(and(eq(users.email, demoAccount.email), eq(organisations.isDemo, true)))
    .limit(1);
  return found !== undefined;
}

/** How many people belong to the organisation. */
export async function countMembers(ctx: Context): Promise<number> {
  const [row] = await db()
    .select({ people: count() })
    .from(members)
    .where(eq(members.organisationId, ctx.organisationId));
  return row?.people ?? 0;
}

/** Who belongs to the organisation, by name. */
export async function listMembers(ctx: Context): Promise<MemberView[]> {
  const lastSeenAt = sql`(select max(${sessions.lastSeenAt}) from ${sessions} where ${sessions.userId} = ${users.id})`;
  return db()
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: members.role,
      joinedAt: members.createdAt,
      lastSeenAt: lastSeenAt.mapWith(sessions.lastSeenAt),
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.organisationId, ctx.organisationId))
    .orderBy(asc(users.name), asc(users.id));
}
