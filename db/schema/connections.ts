import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, moment } from './columns.ts';
import { companies } from './companies.ts';
import type {
  ConnectionStatus,
  DataModel,
  Frequency,
  Integration,
  IntegrationCategory,
  ParentModel,
  Scope,
  SyncState,
} from './enums.ts';
import { organisations } from './organisations.ts';

/** Why a connection is not well: the failure's class, since when, and what the platform said (redacted, capped). */
export interface StoredFailure {
  failureClass: string;
  message: string;
  evidence: Record<string, unknown>;
  syncId?: string;
}

/** A company's link to its platform. The credentials live here, sealed; one row a company, kept after a disconnect. */
export const connections = pgTable(
  'connections',
  {
    companyId: bigint('company_id', { mode: 'number' })
      .primaryKey()
      .references(() => companies.id, { onDelete: 'cascade' }),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    integration: text().$type<Integration>().notNull(),
    category: text().$type<IntegrationCategory>().notNull(),
    /** The company's id on the platform. */
    entityId: text('entity_id'),
    entityName: text('entity_name'),
    status: text().$type<ConnectionStatus>().notNull(),
    statusSince: moment('status_since').notNull(),
    syncState: text('sync_state').$type<SyncState>().notNull(),
    syncResumeAt: moment('sync_resume_at'),
    lastSyncedAt: moment('last_synced_at'),
    /** The failure in force; null when the last sync went well. */
    failure: jsonb().$type<StoredFailure>(),
    failureSince: moment('failure_since'),
    /** A person stopped its syncs; null while nobody did. Stays when the company connects again. */
    pausedAt: moment('paused_at'),
    pausedBy: text('paused_by'),
    pausedDoor: text('paused_door'),
    /** AES-256-GCM; null without credentials. */
    credentials: bytes(),
    credentialsKeyId: text('credentials_key_id'),
    /** Client-safe settings of the connection (address, database, user): never a secret. */
    variables: jsonb().$type<Record<string, string>>().notNull().default({}),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    index('connections_organisation').on(t.organisationId, t.status),
    index('connections_sleeping').on(t.syncResumeAt).where(sql`${t.syncState} = 'SLEEPING'`),
    index('connections_failing').on(t.organisationId, t.companyId).where(sql`${t.failure} is not null`),
  ],
);

/** A change of a connection's health: its status or the class of its failure. Written with it, never edited. */
export const connectionChanges = pgTable(
  'connection_changes',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    companyId: bigint('company_id', { mode: 'number' })
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    /** Null: it was not connected before. */
    fromStatus: text('from_status').$type<ConnectionStatus>(),
    toStatus: text('to_status').$type<ConnectionStatus>().notNull(),
    fromFailure: text('from_failure'),
    toFailure: text('to_failure'),
    /** What was said of the failure, in words that may be shown. */
    message: text(),
    /** The sync that showed it. */
    syncId: uuid('sync_id'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [index('connection_changes_company').on(t.companyId, t.createdAt, t.id)],
);

/**
 * A sign-in that leads to another company of the platform than the connection's, kept until an operator says which one
 * is meant; at most one a company.
 */
export const connectionProposals = pgTable('connection_proposals', {
  companyId: bigint('company_id', { mode: 'number' })
    .primaryKey()
    .references(() => companies.id, { onDelete: 'cascade' }),
  organisationId: bigint('organisation_id', { mode: 'number' })
    .notNull()
    .references(() => organisations.id),
  entityId: text('entity_id').notNull(),
  entityName: text('entity_name').notNull(),
  /** AES-256-GCM, sealed for the connection that it may become. */
  credentials: bytes().notNull(),
  credentialsKeyId: text('credentials_key_id').notNull(),
  variables: jsonb().$type<Record<string, string>>().notNull(),
  proposedAt: moment('proposed_at').notNull(),
});

/**
 * An organisation's own defaults for a model of an integration, one row a version; the highest is the one in force. A
 * company keeps following the version it was given until a newer one is passed on to it. Version 0, which has no row, is
 * the built-in default. Null columns fall through to that as well.
 */
export const organisationModelConfigs = pgTable(
  'organisation_model_configs',
  {
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    integration: text().$type<Integration>().notNull(),
    dataModel: text('data_model').$type<DataModel>().notNull(),
    version: integer().notNull().default(1),
    enabled: boolean(),
    frequency: text().$type<Frequency>(),
    interval: integer(),
    scopeAccess: text('scope_access').array().$type<Scope[]>(),
    syncFrom: moment('sync_from'),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'organisation_model_configs_version',
      columns: [t.organisationId, t.integration, t.dataModel, t.version],
    }),
  ],
);

/**
 * A company's model: its override (null columns follow the default) and where its syncs stand.
 * `cursor` is the connector's own checkpoint after the last whole pass; null asks for everything again.
 */
export const modelConfigs = pgTable(
  'model_configs',
  {
    companyId: bigint('company_id', { mode: 'number' })
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    dataModel: text('data_model').$type<ParentModel>().notNull(),
    enabled: boolean(),
    frequency: text().$type<Frequency>(),
    interval: integer(),
    scopeAccess: text('scope_access').array().$type<Scope[]>(),
    syncFrom: moment('sync_from'),
    /** Which version of its organisation's defaults it follows; 0 is the built-in default. */
    defaultVersion: integer('default_version').notNull().default(0),
    /** A person stopped this model's syncs, apart from whether it is enabled; null while nobody did. */
    pausedAt: moment('paused_at'),
    pausedBy: text('paused_by'),
    pausedDoor: text('paused_door'),
    cursor: jsonb().$type<unknown>(),
    lastSyncedAt: moment('last_synced_at'),
    lastFullAt: moment('last_full_at'),
    /** When the scheduler takes it next; null: never by itself. */
    dueAt: moment('due_at'),
    /** Since when it should have been read and was not; kept by the watchdog, null while the promise holds. */
    lateSince: moment('late_since'),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.dataModel] }),
    index('model_configs_default').on(t.organisationId, t.dataModel, t.defaultVersion, t.companyId),
    index('model_configs_due').on(t.dueAt).where(sql`${t.dueAt} is not null`),
    index('model_configs_late').on(t.organisationId, t.companyId).where(sql`${t.lateSince} is not null`),
  ],
);
