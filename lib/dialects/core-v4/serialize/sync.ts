import { z } from 'zod';
import {
  integrations,
  jobStatuses,
  jobTypes,
  parentModels,
  syncStatuses,
  syncTypes,
} from '../../../../db/schema/enums.ts';
import type { JobCounts, JobView, SyncView } from '../../../domain/syncs/schema.ts';
import { named } from '../../../http/shapes.ts';
import { moment, momentShape } from './moment.ts';

const countsShape = named(
  'SyncCounts',
  z.object({ total: z.int(), success: z.int(), failed: z.int(), running: z.int(), pending: z.int() }),
);

const configModeShape = z.enum(['READ', 'CREATE']);

export const syncShape = named(
  'Sync',
  z.object({
    id: z.uuid(),
    companyId: z.int(),
    integrationType: z.enum(integrations),
    dataModels: z.array(z.enum(parentModels)),
    configMode: configModeShape,
    fullSync: z.boolean(),
    syncType: z.enum(syncTypes),
    status: z.enum(syncStatuses),
    jobCounts: countsShape,
    dataModelCounts: countsShape,
    startTime: momentShape.nullable(),
    endTime: momentShape.nullable(),
    createdAt: momentShape,
  }),
);

const jobShape = named(
  'SyncJob',
  z.object({
    id: z.uuid(),
    dataModel: z.enum(parentModels),
    status: z.enum(jobStatuses),
    jobType: z.enum(jobTypes),
    configMode: configModeShape,
    recordsSynced: z.int(),
    recordsCreated: z.int(),
    recordsUpdated: z.int(),
    recordsUnchanged: z.int(),
    recordsDeleted: z.int(),
    retryCount: z.int(),
    parentJobId: z.uuid().nullable(),
    errorCode: z.string().nullable(),
    errorMessage: z.string().nullable(),
    /** What the platform said, as it said it. */
    errorResponse: z.unknown(),
    startTime: momentShape.nullable(),
    endTime: momentShape.nullable(),
    createdAt: momentShape,
  }),
);

export const syncDetailShape = named('SyncDetail', z.object({ ...syncShape.shape, jobs: z.array(jobShape) }));

/** The sync object. */
export const syncWire = (sync: SyncView): z.infer<typeof syncShape> => ({
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
export const syncDetailWire = (sync: SyncView & { jobs: readonly JobView[] }): z.infer<typeof syncDetailShape> => ({
  ...syncWire(sync),
  jobs: sync.jobs.map(jobWire),
});

const jobWire = (job: JobView): z.infer<typeof jobShape> => ({
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

const countsWire = (counts: JobCounts): z.infer<typeof countsShape> => ({
  total: counts.total,
  success: counts.success,
  failed: counts.failed,
  running: counts.running,
  pending: counts.pending,
});

/** On this wire the mode is the scope that a run uses; a PULL reads. */
const configModeOf = (jobType: SyncView['jobType']) => (jobType === 'PULL' ? 'READ' : 'CREATE');
