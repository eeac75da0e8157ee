import type { Role } from '../../../db/schema/enums.ts';
import { may } from '../../auth/permissions.ts';
import type { Actor, Context } from '../../context.ts';
import { forbidden } from '../../errors.ts';

/**
 * Whether somebody may give a role to people, and change, sign out or remove those who have it: owners everybody, admins
 * everybody but owners.
 */
export function mayManage(actor: Actor, role: Role): boolean {
  if (!may(actor, 'members.write')) return false;
  return role !== 'owner' || actor.type !== 'user' || actor.role === 'owner';
}

/** Throws forbidden for who may not manage people of that role. */
export function requireRank(ctx: Context, role: Role): void {
  if (!mayManage(ctx.actor, role)) throw forbidden('Only an owner can do this with owners');
}
