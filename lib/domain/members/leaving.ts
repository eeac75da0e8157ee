import { and, eq } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { members, sessions } from '../../../db/schema/members.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { recordAudit } from '../audit/mutations.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import { lockMember, membership, refuseLastOwner } from './lock-member.ts';
import { endSessions } from './mutations.ts';
import { type MemberInput, memberInput } from './schema.ts';
import { requireRank } from './standing.ts';

/**
 * Takes somebody out of the organisation; their account stays, and who belongs nowhere else is signed out. Everybody may
 * leave by themselves. Throws not-found, forbidden where it takes an admin or an owner, and conflict for the last owner.
 */
export async function removeMember(ctx: Context, given: MemberInput): Promise<void> {
  const { userId } = checkedInput(memberInput, given);
  const leaves = ctx.actor.type === 'user' && ctx.actor.id === userId;
  requirePermission(ctx, leaves ? 'read' : 'members.write');
  await db().transaction(async (tx) => {
    const member = await lockMember(tx, ctx, userId);
    const { name, role } = member;
    if (!leaves) requireRank(ctx, role);
    refuseLastOwner(member);
    await tx.delete(members).where(membership(ctx, userId));
    await leaveWith(tx, ctx, userId);
    await recordAudit(tx, ctx, { action: 'member.removed', subjectId: userId, before: { name, role } });
  });
}

/** The browsers of somebody who left: they show another organisation of the person's, or nothing. */
async function leaveWith(tx: Tx, ctx: Context, userId: string): Promise<void> {
  const [elsewhere] = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(eq(members.userId, userId))
    .limit(1);
  if (!elsewhere) return endSessions(tx, userId, ctx.now);
  await tx
    .update(sessions)
    .set({ organisationId: null })
    .where(and(eq(sessions.userId, userId), eq(sessions.organisationId, ctx.organisationId)));
}
