import { and, desc, eq, isNull } from 'drizzle-orm';
import { db } from '../../../db/client.ts';
import { memberInvitations } from '../../../db/schema/members.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import type { MemberInvitationView } from './schema.ts';

/** The organisation's invitations that wait to be used, newest first, expired ones too. Throws forbidden. */
export async function listMemberInvitations(ctx: Context): Promise<MemberInvitationView[]> {
  requirePermission(ctx, 'members.write');
  const rows = await db()
    .select({
      id: memberInvitations.id,
      email: memberInvitations.email,
      role: memberInvitations.role,
      invitedBy: memberInvitations.invitedBy,
      createdAt: memberInvitations.createdAt,
      expiresAt: memberInvitations.expiresAt,
    })
    .from(memberInvitations)
    .where(
      and(
        eq(memberInvitations.organisationId, ctx.organisationId),
        isNull(memberInvitations.acceptedAt),
        isNull(memberInvitations.revokedAt),
      ),
    )
    .orderBy(desc(memberInvitations.createdAt), desc(memberInvitations.id));
  return rows.map((row) => ({ ...row, isExpired: row.expiresAt <= ctx.now }));
}
