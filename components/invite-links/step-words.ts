import type { InviteStep } from '@/db/schema/enums.ts';
import type { MadeWithin, ReachedFilter } from '@/lib/domain/invite-links/link-filters.ts';

/** What people call the steps of a customer's way, and the beginning of it. */
export const reachedWords: Record<ReachedFilter, string> = {
  NOT_OPENED: 'Not opened',
  OPENED: 'Opened',
  PLATFORM_CHOSEN: 'Platform chosen',
  AUTHORISED: 'Authorised',
  FIRST_RECORD: 'First record',
};

export const reachedLabel = (step: InviteStep | null): string => reachedWords[step ?? 'NOT_OPENED'];

export const madeWords: Record<MadeWithin, string> = {
  '30d': '30 days',
  '90d': '90 days',
  '365d': '12 months',
};
