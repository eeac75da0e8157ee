import { z } from 'zod';
import type {
  ConfigMode,
  Integration,
  JobStatus,
  JobType,
  ParentModel,
  SyncStatus,
  SyncType,
} from '../../../db/schema/enums.ts';
import type { JobView, RefusedDeletions, SyncView } from './schema.ts';

/** What a list of syncs selects: the sync, and its jobs and models counted. */
export const syncColumns = `
  s.id, s.company_id, s.integration, s.job_type, s.sync_type, s.config_mode, s.full_sync, s.status, s.data_models,
  s.start_time, s.end_time, s.created_at, s.resume_at, s.cancel_requested, s.requested_by, s.failure_class,
  s.failure_message, j.*, m.*`;

/**
 * Joined once a sync: how its jobs stand and what they did, and how its models stand. A model goes on while one of its
 * jobs does, and has failed when one of them has.
 */
export const jobTotals = `
  cross join lateral (
    select count(*)::int as jobs_total,
      count(*) filter (where job.status = 'SUCCESS')::int as jobs_success,
      count(*) filter (where job.status = 'FAILED')::int as jobs_failed,
      count(*) filter (where job.status = 'RUNNING')::int as jobs_running,
      count(*) filter (where job.status = 'CREATED')::int as jobs_pending,
      coalesce(sum(job.records_created), 0)::float8 as created,
      coalesce(sum(job.records_updated), 0)::float8 as updated,
      coalesce(sum(job.records_unchanged), 0)::float8 as unchanged,
      coalesce(sum(job.records_deleted), 0)::float8 as deleted,
      coalesce(sum(job.records_failed), 0)::float8 as failed
    from sync_jobs job where job.sync_id = s.id
  ) j
  cross join lateral (
    select count(*)::int as models_total,
      count(*) filter (where state = 'SUCCESS')::int as models_success,
      count(*) filter (where state = 'FAILED')::int as models_failed,
      count(*) filter (where state = 'RUNNING')::int as models_running,
      count(*) filter (where state = 'CREATED')::int as models_pending
    from (
      select case
          when bool_and(job.status = 'CREATED') then 'CREATED'
          when bool_or(job.status in ('CREATED', 'RUNNING')) then 'RUNNING'
          when bool_or(job.status = 'FAILED') then 'FAILED'
          else 'SUCCESS' end as state
      from sync_jobs job where job.sync_id = s.id group by job.data_model
    ) model
  ) m`;

export interface SyncRow {
  id: string;
  company_id: string;
  integration: Integration;
  job_type: JobType;
  sync_type: SyncType;
  config_mode: ConfigMode;
  full_sync: boolean;
  status: SyncStatus;
  data_models: ParentModel[];
  start_time: Date | null;
  end_time: Date | null;
  created_at: Date;
  resume_at: Date | null;
  cancel_requested: boolean;
  requested_by: string;
  failure_class: string | null;
  failure_message: string | null;
  jobs_total: number;
  jobs_success: number;
  jobs_failed: number;
  jobs_running: number;
  jobs_pending: number;
  models_total: number;
  models_success: number;
  models_failed: number;
  models_running: number;
  models_pending: number;
  created: number;
  updated: number;
  unchanged: number;
  deleted: number;
  failed: number;
}

export function syncView(row: SyncRow): SyncView {
  return {
    id: row.id,
    companyId: Number(row.company_id),
    integration: row.integration,
    jobType: row.job_type,
    syncType: row.sync_type,
    configMode: row.config_mode,
    fullSync: row.full_sync,
    status: row.status,
    dataModels: row.data_models,
    startTime: row.start_time,
    endTime: row.end_time,
    createdAt: row.created_at,
    resumeAt: row.resume_at,
    cancelRequested: row.cancel_requested,
    requestedBy: row.requested_by,
    failureClass: row.failure_class,
    failureMessage: row.failure_message,
    jobCounts: {
      total: row.jobs_total,
      success: row.jobs_success,
      failed: row.jobs_failed,
      running: row.jobs_running,
      pending: row.jobs_pending,
    },
    dataModelCounts: {
      total: row.models_total,
      success: row.models_success,
      failed: row.models_failed,
      running: row.models_running,
      pending: row.models_pending,
    },
    records: {
      created: row.created,
      updated: row.updated,
      unchanged: row.unchanged,
      deleted: row.deleted,
      failed: row.failed,
    },
  };
}

export interface JobRow {
  id: string;
  data_model: ParentModel;
  status: JobStatus;
  job_type: JobType;
  pages: number;
  records_created: number;
  records_updated: number;
  records_unchanged: number;
  records_deleted: number;
  records_failed: number;
  retry_count: number;
  parent_job_id: string | null;
  failure_class: string | null;
  error_code: string | null;
  error_message: string | null;
  error_response: unknown;
  is_retried: boolean;
  sync_from: Date | null;
  start_time: Date | null;
  end_time: Date | null;
  created_at: Date;
}

export function jobView(row: JobRow, configMode: ConfigMode): JobView {
  return {
    id: row.id,
    dataModel: row.data_model,
    status: row.status,
    jobType: row.job_type,
    configMode,
    recordsSynced: row.records_created + row.records_updated + row.records_unchanged + row.records_deleted,
    recordsCreated: row.records_created,
    recordsUpdated: row.records_updated,
    recordsUnchanged: row.records_unchanged,
    recordsDeleted: row.records_deleted,
    recordsFailed: row.records_failed,
    pages: row.pages,
    retryCount: row.retry_count,
    parentJobId: row.parent_job_id,
    failureClass: row.failure_class,
    errorCode: row.error_code,
    errorMessage: row.error_message,
    errorResponse: row.error_response,
    refusedDeletions: refusedDeletionsOf(row),
    isRetried: row.is_retried,
    syncFrom: row.sync_from,
    startTime: row.start_time,
    endTime: row.end_time,
    createdAt: row.created_at,
  };
}

const refusedDeletions = z.object({ wouldVanish: z.number(), live: z.number() });

/** What a full pass of a job refused to mark as deleted; null where it refused nothing. */
export function refusedDeletionsOf(job: {
  status: JobStatus;
  failure_class: string | null;
  error_response: unknown;
}): RefusedDeletions | null {
  if (job.status !== 'FAILED' || job.failure_class !== null) return null;
  return refusedDeletions.safeParse(job.error_response).data ?? null;
}
