import { type JobType, type SyncStatus, type SyncType, syncStatuses, syncTypes } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { platformName } from '../connections/available.ts';
import { listOrganisationSyncs } from './data.ts';

/** A run as the console's table shows it. Moments are ISO 8601. */
export interface SyncListItem {
  id: string;
  companyId: number;
  companyName: string;
  platform: string;
  jobType: JobType;
  status: SyncStatus;
  syncType: SyncType;
  fullSync: boolean;
  models: number;
  records: { created: number; updated: number; unchanged: number; deleted: number; failed: number };
  failure: string | null;
  resumeAt: string | null;
  createdAt: string;
  startTime: string | null;
  endTime: string | null;
}

export interface SyncListPage {
  rows: SyncListItem[];
  next: string | null;
}

export const syncPageSize = 50;

const uuid = /^[0-9a-f-]{36}$/i;

/** One page of the organisation's runs; what can't be read of the address is left out. */
export async function syncListPage(
  ctx: Context,
  raw: { search?: string | null; status?: string[]; type?: string[]; after?: string | null },
): Promise<SyncListPage> {
  const status = syncStatuses.filter((one) => raw.status?.includes(one));
  const page = await listOrganisationSyncs(ctx, {
    limit: syncPageSize,
    cursor: raw.after && uuid.test(raw.after) ? raw.after : undefined,
    status: status.length > 0 ? status : undefined,
    search: raw.search?.trim().slice(0, 255) || undefined,
    syncType: syncTypes.find((one) => raw.type?.includes(one)),
  });
  return {
    rows: page.syncs.map((sync) => ({
      id: sync.id,
      companyId: sync.companyId,
      companyName: sync.companyName,
      platform: platformName(sync.integration),
      jobType: sync.jobType,
      status: sync.status,
      syncType: sync.syncType,
      fullSync: sync.fullSync,
      models: sync.dataModels.length,
      records: sync.records,
      failure: sync.failureMessage,
      resumeAt: sync.resumeAt?.toISOString() ?? null,
      createdAt: sync.createdAt.toISOString(),
      startTime: sync.startTime?.toISOString() ?? null,
      endTime: sync.endTime?.toISOString() ?? null,
    })),
    next: page.next,
  };
}
