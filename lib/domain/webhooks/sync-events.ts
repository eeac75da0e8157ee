import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { syncJobs, syncs } from '../../../db/schema/syncs.ts';
import { failureData } from './failure-data.ts';
import { isWanted, publishEvent } from './outbox.ts';

type SyncRow = typeof syncs.$inferSelect;

/** Tells receivers that a sync, of either job type, has begun: in the transaction that first claims it. */
export async function publishSyncStarted(tx: Tx, input: { syncId: string; now: Date }): Promise<void> {
  const sync = await wantedSync(tx, input.syncId, 'SYNC_STARTED');
  if (!sync) return;
  await publishEvent(tx, {
    ...eventOf(sync, input.now),
    webhookType: 'SYNC_STARTED',
    topics: [sync.jobType, ...sync.dataModels],
    data: syncData(sync),
  });
}

/** Tells receivers how a sync, of either job type, has ended: in the transaction that ends it, when its jobs have. */
export async function publishSyncCompleted(tx: Tx, input: { syncId: string; now: Date }): Promise<void> {
  const sync = await wantedSync(tx, input.syncId, 'SYNC_COMPLETED');
  if (!sync) return;
  const sum = (column: keyof typeof counted) => sql<number>`coalesce(sum(${counted[column]}), 0)::int`;
  const [totals] = await tx
    .select({
      jobs: sql<number>`count(*)::int`,
      success: sql<number>`(count(*) filter (where ${syncJobs.status} = 'SUCCESS'))::int`,
      created: sum('created'),
      updated: sum('updated'),
      unchanged: sum('unchanged'),
      deleted: sum('deleted'),
      failed: sum('failed'),
    })
    .from(syncJobs)
    .where(eq(syncJobs.syncId, sync.id));
  const { jobs = 0, success = 0, ...records } = totals ?? {};
  await publishEvent(tx, {
    ...eventOf(sync, input.now),
    webhookType: 'SYNC_COMPLETED',
    topics: [sync.status, sync.jobType, ...sync.dataModels],
    data: {
      ...syncData(sync),
      end_time: sync.endTime?.toISOString() ?? null,
      job_counts: { total: jobs, success, failed: jobs - success },
      records,
      failure: failureData(sync.failureClass, sync.failureMessage),
    },
  });
}

const counted = {
  created: syncJobs.recordsCreated,
  updated: syncJobs.recordsUpdated,
  unchanged: syncJobs.recordsUnchanged,
  deleted: syncJobs.recordsDeleted,
  failed: syncJobs.recordsFailed,
};

async function wantedSync(tx: Tx, syncId: string, type: 'SYNC_STARTED' | 'SYNC_COMPLETED'): Promise<SyncRow | null> {
  const [sync] = await tx.select().from(syncs).where(eq(syncs.id, syncId));
  return sync && (await isWanted(tx, sync.organisationId, type)) ? sync : null;
}

const eventOf = ({ id, organisationId, companyId }: SyncRow, now: Date) => ({
  organisationId,
  companyId,
  syncId: id,
  now,
});

const syncData = (sync: SyncRow) => ({
  sync_id: sync.id,
  status: sync.status,
  job_type: sync.jobType,
  sync_type: sync.syncType,
  full_sync: sync.fullSync,
  data_models: sync.dataModels,
  start_time: sync.startTime?.toISOString() ?? null,
});
