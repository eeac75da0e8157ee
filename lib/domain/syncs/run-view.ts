import type { JobStatus, JobType, ParentModel, SyncStatus } from '../../../db/schema/enums.ts';
import { type FailureClass, failureClasses } from '../../connectors/errors.ts';
import type {
  JobCounts,
  JobView,
  RecordCounts,
  RefusedDeletions,
  RejectedRecordView,
  SyncProgress,
  SyncView,
} from './schema.ts';
import { isActive } from './sync-state.ts';

/** A run as a company's page shows it. Moments are ISO 8601. */
export interface RunRow {
  id: string;
  jobType: JobType;
  status: SyncStatus;
  isActive: boolean;
  isManual: boolean;
  /** Everything was to be read again. */
  isFull: boolean;
  models: ParentModel[];
  jobCounts: JobCounts;
  records: RecordCounts;
  requestedBy: string;
  cancelRequested: boolean;
  failureClass: FailureClass | null;
  failureMessage: string | null;
  /** While it waits for a platform's limit. */
  resumeAt: string | null;
  createdAt: string;
  startTime: string | null;
  endTime: string | null;
}

/** One model of a run. */
export interface RunJob {
  id: string;
  dataModel: ParentModel;
  status: JobStatus;
  records: RecordCounts;
  pages: number;
  retryCount: number;
  failureClass: FailureClass | null;
  errorCode: string | null;
  errorMessage: string | null;
  /** What the platform said, as JSON text; null without. */
  evidence: string | null;
  /** What a person may confirm; null where nothing was refused, or it was done once more since. */
  refusedDeletions: RefusedDeletions | null;
  /** Records dated before it were not asked for. */
  syncFrom: string | null;
  startTime: string | null;
  endTime: string | null;
}

/** A record that was kept aside in a run and still waits to be read well. */
export interface RejectedRow {
  dataModel: string;
  platformId: string;
  reason: string;
  field: string | null;
  createdAt: string;
}

export interface RunDetail extends RunRow {
  jobs: RunJob[];
  rejected: RejectedRow[];
}

export interface RunPage {
  rows: RunRow[];
  next: string | null;
}

/** The newest run of a company, for pages that watch it. */
export interface RunProgress {
  syncId: string;
  status: SyncStatus;
  isActive: boolean;
  isFirst: boolean;
  resumeAt: string | null;
  failureMessage: string | null;
  recordsRead: number;
  /** Kept aside. */
  recordsFailed: number;
  jobs: { dataModel: ParentModel; status: JobStatus; recordsRead: number }[];
}

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

const asFailureClass = (value: string | null): FailureClass | null =>
  value === null ? null : (failureClasses.find((one) => one === value) ?? 'unknown');

export const runRow = (sync: SyncView): RunRow => ({
  id: sync.id,
  jobType: sync.jobType,
  status: sync.status,
  isActive: isActive(sync.status),
  isManual: sync.syncType === 'MANUAL',
  isFull: sync.fullSync,
  models: sync.dataModels,
  jobCounts: sync.jobCounts,
  records: sync.records,
  requestedBy: sync.requestedBy,
  cancelRequested: sync.cancelRequested,
  failureClass: asFailureClass(sync.failureClass),
  failureMessage: sync.failureMessage,
  resumeAt: iso(sync.resumeAt),
  createdAt: sync.createdAt.toISOString(),
  startTime: iso(sync.startTime),
  endTime: iso(sync.endTime),
});

/** @param rejected the company's; only those that this run kept aside are shown */
export const runDetail = (
  sync: SyncView & { jobs: JobView[] },
  rejected: readonly RejectedRecordView[],
): RunDetail => ({
  ...runRow(sync),
  jobs: sync.jobs.map(runJob),
  rejected: rejected.filter((record) => record.syncId === sync.id).map(rejectedRow),
});

const runJob = (job: JobView): RunJob => ({
  id: job.id,
  dataModel: job.dataModel,
  status: job.status,
  records: {
    created: job.recordsCreated,
    updated: job.recordsUpdated,
    unchanged: job.recordsUnchanged,
    deleted: job.recordsDeleted,
    failed: job.recordsFailed,
  },
  pages: job.pages,
  retryCount: job.retryCount,
  failureClass: asFailureClass(job.failureClass),
  errorCode: job.errorCode,
  errorMessage: job.errorMessage,
  evidence: job.errorResponse && !job.refusedDeletions ? JSON.stringify(job.errorResponse, null, 2) : null,
  refusedDeletions: job.isRetried ? null : job.refusedDeletions,
  syncFrom: iso(job.syncFrom),
  startTime: iso(job.startTime),
  endTime: iso(job.endTime),
});

const rejectedRow = (record: RejectedRecordView): RejectedRow => ({
  dataModel: record.dataModel,
  platformId: record.platformId,
  reason: record.reason,
  field: record.field,
  createdAt: record.createdAt.toISOString(),
});

export const runProgress = (progress: SyncProgress): RunProgress => ({
  syncId: progress.syncId,
  status: progress.status,
  isActive: progress.isActive,
  isFirst: progress.isFirst,
  resumeAt: iso(progress.resumeAt),
  failureMessage: progress.failureMessage,
  recordsRead: progress.recordsRead,
  recordsFailed: progress.jobs.reduce((sum, job) => sum + job.recordsFailed, 0),
  jobs: progress.jobs.map(({ dataModel, status, recordsRead }) => ({ dataModel, status, recordsRead })),
});
