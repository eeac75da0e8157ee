import { z } from 'zod';
import type { InviteLinkStatus, SyncStatus } from '../../../db/schema/enums.ts';

/** What the command menu asks with: words or an id, and the company whose page is open. */
export const searchInput = z.object({
  q: z.string().trim().max(200).catch(''),
  company: z.coerce.number().int().positive().optional().catch(undefined),
});
export type SearchInput = z.output<typeof searchInput>;

/** What was found, a few of each kind. */
export interface Found {
  companies: { id: number; name: string; platform: string | null; isArchived: boolean }[];
  contacts: { rootfiId: number; companyId: number; companyName: string; name: string }[];
  inviteLinks: { id: string; companyId: number; companyName: string; status: InviteLinkStatus }[];
  syncs: { id: string; companyId: number; companyName: string; status: SyncStatus }[];
}
