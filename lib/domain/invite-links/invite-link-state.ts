import type { InviteLinkStatus } from '../../../db/schema/enums.ts';

/** A link's status as it is shown: what is stored, and expiry, which follows from the clock while it is not connected. */
export function inviteLinkStatus(
  link: { status: 'PENDING' | 'CONNECTED' | 'REVOKED'; expiresAt: Date | null },
  now: Date,
): InviteLinkStatus {
  if (link.status === 'PENDING' && link.expiresAt && link.expiresAt <= now) return 'EXPIRED';
  return link.status;
}

/** From which stored status a link may become which. */
export const inviteLinkTransitions = {
  connect: { from: ['PENDING', 'CONNECTED'], to: 'CONNECTED' },
  disconnect: { from: ['CONNECTED'], to: 'PENDING' },
  revoke: { from: ['PENDING', 'CONNECTED'], to: 'REVOKED' },
  restore: { from: ['REVOKED'], to: 'PENDING' },
} as const;
