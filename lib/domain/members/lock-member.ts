import { and, asc, eq, or } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import type { Role } from '../../../db/schema/enums.ts';
import { members, users } from '../../../db/schema/members.ts';
import type { Context } from '../../context.ts';
import { conflict, notFound } from '../../errors.ts';

/** A member whose row the transaction holds. */
export interface LockedMember {
  userId: string;
  role: Role;
  name: string;
  /** Whether the organisation has no other owner. */
  isLastOwner: boolean;
}

export const membership = (ctx: Context, userId: string) =>
  and(eq(members.organisationId, ctx.organisationId), eq(members.userId, userId));

/**
 * Locks a member together with all owners, in one order, so that two owners who take each other's role away at the same
 * time don't leave an organisation without one. Throws not-found.
 */
export async function lockMember(tx: Tx, ctx: Context, userId: string): Promise<LockedMember> {
  const locked = await tx
    .select({ userId: members.userId, role: members.role, name: users.name })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      and(eq(members.organisationId, ctx.organisationId), or(eq(members.userId, userId), eq(members.role, 'owner'))),
    )
    .orderBy(asc(members.userId))
    .for('update', { of: members });
  const member = locked.find((one) => one.userId === userId);
  if (!member) throw notFound('Member');
  const isLastOwner = member.role === 'owner' && !locked.some((one) => one.role === 'owner' && one.userId !== userId);
  return { ...member, isLastOwner };
}

/** Throws conflict: an organisation always has an owner. */
export function refuseLastOwner({ name, isLastOwner }: LockedMember): void {
  if (isLastOwner) throw conflict(`${name} is the last owner. Make somebody else an owner first.`);
}
