import type { SessionView } from '@/lib/domain/sessions/schema.ts';

/** A signed-in browser as the tables show it. Moments are ISO 8601. */
export interface SessionRow {
  id: string;
  device: string;
  address: string | null;
  createdAt: string;
  lastSeenAt: string;
  /** Whose it is; null in the list of one's own. */
  member: string | null;
  /** Whether it is the browser that shows the table. */
  isCurrent: boolean;
  /** Whether who looks may end it. */
  isManaged: boolean;
}

export const sessionRow = (
  { id, device, address, createdAt, lastSeenAt }: SessionView,
  viewer: Pick<SessionRow, 'member' | 'isCurrent' | 'isManaged'>,
): SessionRow => ({
  id,
  device,
  address,
  createdAt: createdAt.toISOString(),
  lastSeenAt: lastSeenAt.toISOString(),
  ...viewer,
});
