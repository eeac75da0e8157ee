import { z } from 'zod';
import { type JobType, type SyncStatus, type SyncType, syncStatuses, syncTypes } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { type ListPlace, pageSizeOf } from '../../page-size.ts';
import { platformName } from '../connections/available.ts';
import { countOrganisationSyncs, listOrganisationSyncs } from './data.ts';
import type { ListOrganisationSyncsInput } from './schema.ts';

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

/** A busy organisation makes more runs every day, so that counting all of them would cost more and more. */
export const syncCountLimit = 10_000;

const uuid = /^[0-9a-f-]{36}$/i;

/** One page of the organisation's runs; `query` is the table's state as the address holds it. */
export const syncListPage = (ctx: Context, query: URLSearchParams): Promise<SyncListPage> =>
  syncListItems(ctx, query, { after: query.get('after'), limit: pageSizeOf(query) });

/** How many runs the address of the table asks for, counted as far as `syncCountLimit`. */
export const syncListCount = (ctx: Context, query: URLSearchParams): Promise<number> =>
  countOrganisationSyncs(ctx, syncListInput(query, { after: null, limit: 1 }), syncCountLimit + 1);

/** What the address says of a run's kind. */
const jobTypeOf: Record<string, JobType> = { reads: 'PULL', writes: 'PUSH' };

/** Which runs the address of the table asks for; what can't be read of it is left out. */
export function syncListInput(query: URLSearchParams, { after, limit }: ListPlace): ListOrganisationSyncsInput {
  const wanted = query.get('status')?.split(',');
  const status = syncStatuses.filter((one) => wanted?.includes(one));
  return {
    limit,
    cursor: after && uuid.test(after) ? after : undefined,
    status: status.length > 0 ? status : undefined,
    search: query.get('q')?.trim().slice(0, 255) || undefined,
    syncType: syncTypes.find((one) => one === query.get('type')),
    oldestFirst: query.get('sort') === 'createdAt',
    jobType: jobTypeOf[query.get('kind') ?? ''],
    companyId: z.coerce.number().int().positive().safeParse(query.get('company')).data,
  };
}

/** The runs behind a place of the list. */
export async function syncListItems(ctx: Context, query: URLSearchParams, place: ListPlace): Promise<SyncListPage> {
  const page = await listOrganisationSyncs(ctx, syncListInput(query, place));
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
