import { sql } from 'drizzle-orm';
import type { Runner } from '../../../db/runner.ts';
import type { Integration, JobType, ParentModel, SyncStatus, SyncType } from '../../../db/schema/enums.ts';
import { failureData } from './failure-data.ts';
import { eventStatement } from './outbox.ts';

interface SyncRow {
  id: string;
  organisation_id: string | number;
  company_id: string | number;
  integration: Integration;
  status: SyncStatus;
  job_type: JobType;
  sync_type: SyncType;
  full_sync: boolean;
  data_models: ParentModel[];
  start_time: string | Date | null;
  end_time: string | Date | null;
  failure_class: string | null;
  failure_message: string | null;
}

/** Tells receivers that a sync, of either job type, has begun: in the transaction that first claims it. */
export async function publishSyncStarted(tx: Runner, input: { syncId: string; now: Date }): Promise<void> {
  const sync = await wantedSync(tx, input.syncId, 'SYNC_STARTED');
  if (!sync) return;
  const event = {
    ...eventOf(sync, input.now),
    webhookType: 'SYNC_STARTED' as const,
    topics: [sync.job_type, ...sync.data_models],
    data: syncData(sync),
  };
  await tx.execute(eventStatement(event));
}

/** Tells receivers how a sync, of either job type, has ended: in the transaction that ends it, when its jobs have. */
export async function publishSyncCompleted(tx: Runner, input: { syncId: string; now: Date }): Promise<void> {
  const sync = await wantedSync(tx, input.syncId, 'SYNC_COMPLETED');
  if (!sync) return;
  const [totals] = await tx.execute(sql`
    select count(*)::int as jobs, (count(*) filter (where status = 'SUCCESS'))::int as success,
      coalesce(sum(records_created), 0)::int as created, coalesce(sum(records_updated), 0)::int as updated,
      coalesce(sum(records_unchanged), 0)::int as unchanged, coalesce(sum(records_deleted), 0)::int as deleted,
      coalesce(sum(records_failed), 0)::int as failed
    from sync_jobs where sync_id = ${sync.id}`);
  const { jobs, success, ...records } = totals as Record<string, number> & { jobs: number; success: number };
  const event = {
    ...eventOf(sync, input.now),
    webhookType: 'SYNC_COMPLETED' as const,
    topics: [sync.status, sync.job_type, ...sync.data_models],
    data: {
      ...syncData(sync),
      end_time: moment(sync.end_time),
      job_counts: { total: jobs, success, failed: jobs - success },
      records,
      failure: failureData(sync.integration, sync.failure_class, sync.failure_message),
    },
  };
  await tx.execute(eventStatement(event));
}

/** The sync, where a receiver of its organisation listens to what is told of it: events take work to put together. */
async function wantedSync(
  tx: Runner,
  syncId: string,
  type: 'SYNC_STARTED' | 'SYNC_COMPLETED',
): Promise<SyncRow | undefined> {
  const [sync] = await tx.execute(sql`
    select id, organisation_id, company_id, integration, status, job_type, sync_type, full_sync, data_models, start_time, end_time,
      failure_class, failure_message
    from syncs s
    where id = ${syncId} and exists (
      select from webhook_configs w
      where w.organisation_id = s.organisation_id and w.webhook_type = ${type} and w.state = 'ENABLED')`);
  return sync as SyncRow | undefined;
}

const eventOf = (sync: SyncRow, now: Date) => ({
  organisationId: Number(sync.organisation_id),
  companyId: Number(sync.company_id),
  syncId: sync.id,
  now,
});

const moment = (value: string | Date | null): string | null => value && new Date(value).toISOString();

const syncData = (sync: SyncRow) => ({
  sync_id: sync.id,
  status: sync.status,
  job_type: sync.job_type,
  sync_type: sync.sync_type,
  full_sync: sync.full_sync,
  data_models: sync.data_models,
  start_time: moment(sync.start_time),
});
