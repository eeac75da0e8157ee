import type { Role } from '@/db/schema/enums.ts';
import type { MemberView } from '@/lib/domain/members/schema.ts';

/** A member as the table shows them. Moments are ISO 8601. */
export interface MemberRow {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: string;
  lastSeenAt: string | null;
  /** Whether it is who looks at the table. */
  isSelf: boolean;
  /** Whether who looks may change, sign out or remove them. */
  isManaged: boolean;
}

export const memberRow = (
  { userId, name, email, role, joinedAt, lastSeenAt }: MemberView,
  viewer: Pick<MemberRow, 'isSelf' | 'isManaged'>,
): MemberRow => ({
  userId,
  name,
  email,
  role,
  joinedAt: joinedAt.toISOString(),
  lastSeenAt: lastSeenAt?.toISOString() ?? null,
  ...viewer,
});
