import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import type {
  ConfigMode,
  DataModel,
  Integration,
  JobStatus,
  JobType,
  ParentModel,
  SyncStatus,
  SyncType,
} from './enums.ts';
import { organisations } from './organisations.ts';

/**
 * One run. At most one active PULL a company, kept by a partial unique index.
 * `claim` fences the worker that runs it: every page transaction checks it, so a worker that was given up can't write.
 * No foreign key to the company, as at all tables that grow with use: what an erased company leaves goes in batches.
 */
export const syncs = pgTable(
  'syncs',
  {
    id: uuid().primaryKey(),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    companyId: bigint('company_id', { mode: 'number' }).notNull(),
    integration: text().$type<Integration>().notNull(),
    jobType: text('job_type').$type<JobType>().notNull(),
    syncType: text('sync_type').$type<SyncType>().notNull(),
    configMode: text('config_mode').$type<ConfigMode>().notNull(),
    fullSync: boolean('full_sync').notNull(),
    status: text().$type<SyncStatus>().notNull(),
    dataModels: text('data_models').array().$type<ParentModel[]>().notNull(),
    /** The failure that ended it, if one did. */
    failureClass: text('failure_class'),
    failureMessage: text('failure_message'),
    cancelRequested: boolean('cancel_requested').notNull().default(false),
    /** While it waits for a platform's limit. */
    resumeAt: moment('resume_at'),
    claim: uuid(),
    heartbeatAt: moment('heartbeat_at'),
    requestedBy: text('requested_by').notNull(),
    requestId: text('request_id').notNull(),
    createdAt: moment('created_at').notNull(),
    startTime: moment('start_time'),
    endTime: moment('end_time'),
  },
  (t) => [
    uniqueIndex('syncs_one_active_pull')
      .on(t.companyId)
      .where(sql`${t.jobType} = 'PULL' and ${t.status} in ('QUEUED', 'RUNNING')`),
    index('syncs_company').on(t.companyId, t.jobType, t.createdAt, t.id),
    index('syncs_organisation').on(t.organisationId, t.createdAt, t.id),
    index('syncs_request').on(t.organisationId, t.requestId),
    index('syncs_active').on(t.heartbeatAt).where(sql`${t.status} in ('QUEUED', 'RUNNING')`),
  ],
);

/** One model of a run. `checkpoint` is the connector's cursor after the last stored page. */
export const syncJobs = pgTable(
  'sync_jobs',
  {
    id: uuid().primaryKey(),
    syncId: uuid('sync_id')
      .notNull()
      .references(() => syncs.id),
    organisationId: bigint('organisation_id', { mode: 'number' }).notNull(),
    companyId: bigint('company_id', { mode: 'number' }).notNull(),
    dataModel: text('data_model').$type<ParentModel>().notNull(),
    jobType: text('job_type').$type<JobType>().notNull(),
    status: text().$type<JobStatus>().notNull(),
    /** The order in which the run takes its models. */
    position: integer().notNull(),
    syncFrom: moment('sync_from'),
    /** Where the pass began; null: with everything. What it kept aside is read again by beginning there once more. */
    startCursor: jsonb('start_cursor').$type<unknown>(),
    /** It begins at `start_cursor`, which the retry that made it took from an earlier job, not at the model's cursor. */
    isReread: boolean('is_reread').notNull().default(false),
    /** How many records a person agreed to see marked deleted, though they are too many to believe. */
    deletionsConfirmed: integer('deletions_confirmed'),
    checkpoint: jsonb().$type<unknown>(),
    /** Pages stored, for progress. */
    pages: integer().notNull().default(0),
    recordsCreated: integer('records_created').notNull().default(0),
    recordsUpdated: integer('records_updated').notNull().default(0),
    recordsUnchanged: integer('records_unchanged').notNull().default(0),
    recordsDeleted: integer('records_deleted').notNull().default(0),
    recordsFailed: integer('records_failed').notNull().default(0),
    retryCount: integer('retry_count').notNull().default(0),
    /** The job that this one does again. */
    parentJobId: uuid('parent_job_id'),
    failureClass: text('failure_class'),
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
    errorResponse: jsonb('error_response').$type<unknown>(),
    createdAt: moment('created_at').notNull(),
    startTime: moment('start_time'),
    endTime: moment('end_time'),
  },
  (t) => [
    uniqueIndex('sync_jobs_sync').on(t.syncId, t.position),
    index('sync_jobs_parent').on(t.parentJobId).where(sql`${t.parentJobId} is not null`),
    index('sync_jobs_company').on(t.companyId, t.dataModel, t.createdAt),
    // Full passes that found more gone than one believes at once: a person is asked.
    index('sync_jobs_refused')
      .on(t.organisationId, t.companyId)
      .where(
        sql`${t.status} = 'FAILED' and ${t.failureClass} is null and ${t.errorResponse} ->> 'wouldVanish' is not null`,
      ),
  ],
);

/** What a full sync saw, so that what is gone can be told after a whole pass. Erased when the job ends. */
export const syncSeen = pgTable(
  'sync_seen',
  {
    companyId: bigint('company_id', { mode: 'number' }).notNull(),
    jobId: uuid('job_id').notNull(),
    platformId: text('platform_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.jobId, t.platformId] })],
);

/** A record that could not be parsed or mapped: kept aside with its reason; a later pass that reads it well removes it. */
export const rejectedRecords = pgTable(
  'rejected_records',
  {
    companyId: bigint('company_id', { mode: 'number' }).notNull(),
    organisationId: bigint('organisation_id', { mode: 'number' }).notNull(),
    dataModel: text('data_model').$type<DataModel>().notNull(),
    platformId: text('platform_id').notNull(),
    syncId: uuid('sync_id').notNull(),
    reason: text().notNull(),
    field: text(),
    rawData: jsonb('raw_data').$type<unknown>(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.dataModel, t.platformId] })],
);
