import type { JobCounts, JobView, SyncView } from '../../../domain/syncs/schema.ts';
import { moment } from './moment.ts';

/** The sync object. */
export const syncWire = (sync: SyncView) => ({
  id: sync.id,
  companyId: sync.companyId,
  integrationType: sync.integration,
  dataModels: sync.dataModels,
  configMode: configModeOf(sync.jobType),
  fullSync: sync.fullSync,
  syncType: sync.syncType,
  status: sync.status,
  jobCounts: countsWire(sync.jobCounts),
  dataModelCounts: countsWire(sync.dataModelCounts),
  startTime: moment(sync.startTime),
  endTime: moment(sync.endTime),
  createdAt: moment(sync.createdAt),
});

/** The same with its jobs, as one sync alone shows it. */
export const syncDetailWire = (sync: SyncView & { jobs: readonly JobView[] }) => ({
  ...syncWire(sync),
  jobs: sync.jobs.map(jobWire),
});

const jobWire = (job: JobView) => ({
  id: job.id,
  dataModel: job.dataModel,
  status: job.status,
  jobType: job.jobType,
  configMode: configModeOf(job.jobType),
  recordsSynced: job.recordsSynced,
  recordsCreated: job.recordsCreated,
  recordsUpdated: job.recordsUpdated,
  recordsUnchanged: job.recordsUnchanged,
  recordsDeleted: job.recordsDeleted,
  retryCount: job.retryCount,
  parentJobId: job.parentJobId,
  errorCode: job.errorCode,
  errorMessage: job.errorMessage,
  errorResponse: job.errorResponse ?? null,
  startTime: moment(job.startTime),
  endTime: moment(job.endTime),
  createdAt: moment(job.createdAt),
});

const countsWire = (counts: JobCounts) => ({
  total: counts.total,
  success: counts.success,
  failed: counts.failed,
  running: counts.running,
  pending: counts.pending,
});

/** On this wire the mode is the scope that a run uses; a PULL reads. */
const configModeOf = (jobType: SyncView['jobType']) => (jobType === 'PULL' ? 'READ' : 'CREATE');
