import type { Tx } from '../../../db/client.ts';
import type { BulkInput } from '../../../db/schema/bulk-actions.ts';
import type { BulkActionKind } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { archiveLocked, type LockedCompany, lockCompanies, restoreLocked } from '../companies/archiving.ts';
import { lockCompany } from '../companies/mutations.ts';
import { lockProfile, storeChanges } from '../companies/store-profile.ts';
import { tagKeys } from '../companies/tags.ts';
import { refuseWhileBusy } from '../connections/close-connection.ts';
import { disconnectLocked } from '../connections/mutations.ts';
import { pauseLocked, resumeLocked } from '../pauses/mutations.ts';
import { cancelSyncWithin, startLockedSync } from '../syncs/mutations.ts';

/** What was done to one company: with what it takes to take it back, or nothing, and why. */
export type Effected = { undo: BulkInput | null } | { skipped: string };

type Effect = (tx: Tx, ctx: Context, company: { companyId: number }, input: BulkInput) => Promise<Effected>;

/**
 * What each kind does to one company, in the caller's transaction, by the same functions as for a company alone. Throws
 * what they throw; what is already as wanted is skipped.
 */
export const effects: Record<BulkActionKind, Effect> = {
  ARCHIVE: async (tx, ctx, { companyId }) => {
    const company = await lockAny(tx, ctx, companyId);
    if (company.archivedAt) return { skipped: 'It is archived already' };
    await refuseWhileBusy(tx, companyId);
    await archiveLocked(tx, ctx, [company]);
    return { undo: {} };
  },
  RESTORE: async (tx, ctx, { companyId }) => {
    const company = await lockAny(tx, ctx, companyId);
    if (!company.archivedAt) return { skipped: 'It is not archived' };
    await restoreLocked(tx, ctx, [company]);
    return { undo: {} };
  },
  SYNC: async (tx, ctx, { companyId }) => {
    await lockCompany(tx, ctx, companyId);
    const { id } = await startLockedSync(tx, ctx, { companyId });
    return { undo: { syncId: id } };
  },
  CANCEL_SYNC: async (tx, ctx, _company, { syncId = '' }) => {
    await cancelSyncWithin(tx, ctx, { syncId });
    return { undo: null };
  },
  PAUSE: async (tx, ctx, { companyId }) => {
    await lockCompany(tx, ctx, companyId);
    await pauseLocked(tx, ctx, companyId);
    return { undo: {} };
  },
  RESUME: async (tx, ctx, { companyId }) => {
    await lockCompany(tx, ctx, companyId);
    await resumeLocked(tx, ctx, companyId);
    return { undo: {} };
  },
  TAG: async (tx, ctx, { companyId }, { tags = [] }) => {
    const before = await lockProfile(tx, ctx, companyId);
    const has = new Set(before.company.tagKeys);
    const added = tags.filter((tag) => !tagKeys([tag]).some((key) => has.has(key)));
    if (added.length === 0) return { skipped: 'It has the tags already' };
    await storeChanges(tx, ctx, { tagList: [...before.company.tagList, ...added] }, before);
    return { undo: { tags: added } };
  },
  UNTAG: async (tx, ctx, { companyId }, { tags = [] }) => {
    const before = await lockProfile(tx, ctx, companyId);
    const unwanted = new Set(tagKeys(tags));
    const isUnwanted = (tag: string) => tagKeys([tag]).some((key) => unwanted.has(key));
    const removed = before.company.tagList.filter(isUnwanted);
    if (removed.length === 0) return { skipped: 'It has none of the tags' };
    await storeChanges(tx, ctx, { tagList: before.company.tagList.filter((tag) => !isUnwanted(tag)) }, before);
    return { undo: { tags: removed } };
  },
  DISCONNECT: async (tx, ctx, { companyId }) => {
    await lockCompany(tx, ctx, companyId);
    await disconnectLocked(tx, ctx, companyId);
    return { undo: null };
  },
};

async function lockAny(tx: Tx, ctx: Context, companyId: number): Promise<LockedCompany> {
  const [company] = await lockCompanies(tx, ctx, [companyId]);
  if (!company) throw new Error('lockCompanies answers every company that it is asked for');
  return company;
}
