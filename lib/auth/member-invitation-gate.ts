import { eq } from 'drizzle-orm';
import { db } from '../../db/client.ts';
import type { Role } from '../../db/schema/enums.ts';
import { memberInvitations, users } from '../../db/schema/members.ts';
import { organisations } from '../../db/schema/organisations.ts';
import { type Context, makeContext } from '../context.ts';
import { hashToken } from '../crypto/tokens.ts';

/** What somebody who holds the link of an invitation may do with it. */
export type MemberInvitationAccess =
  | { state: 'unknown' }
  | { state: 'used' | 'revoked' | 'expired'; organisationName: string }
  | { state: 'open'; ctx: Context; invitation: OpenInvitation };

export interface OpenInvitation {
  id: string;
  organisationName: string;
  /** Whom it is for. */
  email: string;
  role: Role;
  invitedBy: string;
  /** Whether that address has an account here, which is then used instead of a new one. */
  hasAccount: boolean;
}

/** The gate of the join page: who holds the link acts as the invitation, for its own organisation. */
export async function openMemberInvitation(
  token: string,
  request: { requestId: string; now: Date },
): Promise<MemberInvitationAccess> {
  const [found] = await db()
    .select({
      invitation: memberInvitations,
      organisationName: organisations.name,
      accountId: users.id,
    })
    .from(memberInvitations)
    .innerJoin(organisations, eq(organisations.id, memberInvitations.organisationId))
    .leftJoin(users, eq(users.email, memberInvitations.email))
    .where(eq(memberInvitations.hash, hashToken(token)));
  if (!found) return { state: 'unknown' };
  const { invitation, organisationName, accountId } = found;
  if (invitation.acceptedAt) return { state: 'used', organisationName };
  if (invitation.revokedAt) return { state: 'revoked', organisationName };
  if (invitation.expiresAt <= request.now) return { state: 'expired', organisationName };
  const { id, email, role, invitedBy } = invitation;
  const ctx = makeContext({
    organisationId: invitation.organisationId,
    actor: { type: 'system', id, label: `${email} (invitation)` },
    requestId: request.requestId,
    now: request.now,
    door: 'console',
  });
  return {
    state: 'open',
    ctx,
    invitation: { id, organisationName, email, role, invitedBy, hasAccount: accountId !== null },
  };
}
