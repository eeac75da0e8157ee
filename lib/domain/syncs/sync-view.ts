import type {
  ConfigMode,
  Integration,
  JobStatus,
  JobType,
  ParentModel,
  SyncStatus,
  SyncType,
} from '../../../db/schema/enums.ts';
import type { JobView, SyncView } from './schema.ts';

/** What a list of syncs selects: the sync, and its jobs counted. */
export const syncColumns = `
  s.id, s.company_id, s.integration, s.job_type, s.sync_type, s.config_mode, s.full_sync, s.status, s.data_models,
  s.start_time, s.end_time, s.created_at, s.resume_at, s.cancel_requested, s.requested_by, s.failure_class,
  s.failure_message, j.*`;

/** Joined once a sync: how its jobs stand and what they did. */
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
  ) j`;

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
  created: number;
  updated: number;
  unchanged: number;
  deleted: number;
  failed: number;
}

export function syncView(row: SyncRow): SyncView {
  const counts = {
    total: row.jobs_total,
    success: row.jobs_success,
    failed: row.jobs_failed,
    running: row.jobs_running,
    pending: row.jobs_pending,
  };
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
    jobCounts: counts,
    dataModelCounts: { ...counts },
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
    syncFrom: row.sync_from,
    startTime: row.start_time,
    endTime: row.end_time,
    createdAt: row.created_at,
  };
}
