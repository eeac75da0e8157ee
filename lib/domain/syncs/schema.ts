import { z } from 'zod';
import {
  type ConfigMode,
  type Integration,
  integrations,
  type JobStatus,
  type JobType,
  jobTypes,
  type ParentModel,
  type SyncStatus,
  type SyncType,
  syncStatuses,
  syncTypes,
} from '../../../db/schema/enums.ts';
import { dataModelInput, momentInput } from '../sync-config/schema.ts';

const companyId = z.number().int().positive();

/** What a sync is started with; all but the company may be left out. */
export const startSyncInput = z.strictObject({
  companyId,
  /** Default: every model that is switched on. `syncFrom` reads that model again from this date on. */
  dataModels: z
    .array(z.strictObject({ dataModel: dataModelInput, syncFrom: momentInput.optional() }), 'must be a list')
    .min(1, 'must have at least one entry')
    .max(100)
    .optional(),
  /** Read everything again and mark what is gone as deleted. */
  fullSync: z.boolean('must be true or false').default(false),
  isManualSync: z.boolean('must be true or false').default(true),
});
export type StartSyncInput = z.input<typeof startSyncInput>;

export const listSyncsInput = z.strictObject({
  companyId,
  /** Null: both. */
  jobType: z
    .enum(jobTypes, `must be one of ${jobTypes.join(', ')}`)
    .nullable()
    .default('PULL'),
  limit: z.number().int().min(1, 'must be at least 1').max(100, 'must be at most 100').default(20),
  /** The id of the last sync seen. */
  cursor: z.uuid('is not a cursor of this list').optional(),
});
export type ListSyncsInput = z.input<typeof listSyncsInput>;

export const listOrganisationSyncsInput = z.strictObject({
  limit: z.number().int().min(1).max(1000).default(50),
  /** The id of the last sync seen. */
  cursor: z.uuid('is not a cursor of this list').optional(),
  status: z.array(z.enum(syncStatuses)).optional(),
  syncType: z.enum(syncTypes).optional(),
  jobType: z.enum(jobTypes).nullish(),
  integration: z.enum(integrations).optional(),
  /** Part of a company's name, or the whole id of a sync or of a request that started it or led to its platform calls. */
  search: z.string().max(255).optional(),
  companyId: companyId.optional(),
  oldestFirst: z.boolean().default(false),
});
export type ListOrganisationSyncsInput = z.input<typeof listOrganisationSyncsInput>;

export interface JobCounts {
  total: number;
  success: number;
  failed: number;
  running: number;
  pending: number;
}

/** Records, by what a run did with them. `failed` ones were kept aside. */
export interface RecordCounts {
  created: number;
  updated: number;
  unchanged: number;
  deleted: number;
  failed: number;
}

/** Why a full pass marked nothing as deleted: so many records of so many would be gone. */
export interface RefusedDeletions {
  wouldVanish: number;
  live: number;
}

/** One run as every dialect and the console read it. */
export interface SyncView {
  id: string;
  companyId: number;
  integration: Integration;
  jobType: JobType;
  syncType: SyncType;
  configMode: ConfigMode;
  fullSync: boolean;
  status: SyncStatus;
  dataModels: ParentModel[];
  startTime: Date | null;
  endTime: Date | null;
  createdAt: Date;
  /** While it waits for a platform's limit: when it goes on. */
  resumeAt: Date | null;
  cancelRequested: boolean;
  requestedBy: string;
  /** The failure that says most, one of the connectors' classes; null also when jobs failed for another reason. */
  failureClass: string | null;
  failureMessage: string | null;
  jobCounts: JobCounts;
  /** The same by model: a PULL has one job a model, a PUSH one a record. */
  dataModelCounts: JobCounts;
  records: RecordCounts;
}

export interface OrganisationSyncView extends SyncView {
  companyName: string;
}

/** One model of a run. */
export interface JobView {
  id: string;
  dataModel: ParentModel;
  status: JobStatus;
  jobType: JobType;
  configMode: ConfigMode;
  /** Read and stored well: created, updated, unchanged and deleted ones. */
  recordsSynced: number;
  recordsCreated: number;
  recordsUpdated: number;
  recordsUnchanged: number;
  recordsDeleted: number;
  recordsFailed: number;
  pages: number;
  retryCount: number;
  parentJobId: string | null;
  failureClass: string | null;
  errorCode: string | null;
  errorMessage: string | null;
  errorResponse: unknown;
  /** What a person may confirm; null where nothing was refused. */
  refusedDeletions: RefusedDeletions | null;
  /** A later job did it once more. */
  isRetried: boolean;
  /** Records dated before it were not asked for. */
  syncFrom: Date | null;
  startTime: Date | null;
  endTime: Date | null;
  createdAt: Date;
}

/** A run for pages that watch it: JSON-safe but for dates. */
export interface SyncProgress {
  syncId: string;
  status: SyncStatus;
  isActive: boolean;
  /** The company's first one: everything is read. */
  isFirst: boolean;
  startTime: Date | null;
  endTime: Date | null;
  resumeAt: Date | null;
  failureClass: string | null;
  failureMessage: string | null;
  jobs: {
    dataModel: ParentModel;
    status: JobStatus;
    recordsRead: number;
    recordsFailed: number;
    pages: number;
    errorMessage: string | null;
  }[];
  recordsRead: number;
}

/** A record that could not be parsed or mapped and waits to be read well. */
export interface RejectedRecordView {
  dataModel: string;
  platformId: string;
  reason: string;
  field: string | null;
  syncId: string;
  createdAt: Date;
}
