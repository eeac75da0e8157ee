import { z } from 'zod';
import type { Role } from '../../../db/schema/enums.ts';
import { email, personName, role } from '../members/schema.ts';

/** How long an invitation can be used. */
export const invitationDays = 7;

export const createMemberInvitationInput = z.object({ email, role });
export type CreateMemberInvitationInput = z.infer<typeof createMemberInvitationInput>;

export const revokeMemberInvitationInput = z.object({ invitationId: z.uuid('must be a uuid') });
export type RevokeMemberInvitationInput = z.infer<typeof revokeMemberInvitationInput>;

export const joinInput = z.object({ token: z.string() });

/** The form of somebody without an account; the e-mail address is the invitation's. */
export const joinAsNewInput = joinInput.extend({ name: personName, password: z.string() });

/** An invitation that was just made: the only time its link is seen. */
export interface CreatedMemberInvitation {
  id: string;
  url: string;
  expiresAt: Date;
  /** Whether the link is on its way by mail, too. */
  isMailed: boolean;
}

/** One that was neither used nor revoked. */
export interface MemberInvitationView {
  id: string;
  email: string;
  role: Role;
  /** By name, as it was then. */
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
  isExpired: boolean;
}
