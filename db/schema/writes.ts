import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import type { Integration, ParentModel, WriteState } from './enums.ts';
import { organisations } from './organisations.ts';

/** What the platform made of a write: the record, and others that it changed. */
export interface StoredWriteResult {
  platformId: string;
  related: { model: ParentModel; platformId: string }[];
}

/** One thing that was done about a write, and what the platform said to it. */
export interface WriteEvidence {
  /** ISO 8601. */
  at: string;
  did: 'sent' | 'asked' | 'read';
  outcome: string;
  method?: string;
  path?: string;
  status?: number;
  platformCode?: string;
  platformMessage?: string;
}

/** Why a write failed, in words that may be shown. */
export interface StoredWriteFailure {
  failureClass: string | null;
  code: string;
  message: string;
  field: string | null;
  evidence: Record<string, unknown>;
}

/**
 * One record to be written to a platform: committed before the platform is called, so that a crash at any moment leaves
 * somebody to find out what became of it. `claim` fences whoever holds it, until `claimUntil` on the database's clock.
 */
export const writes = pgTable(
  'writes',
  {
    id: uuid().primaryKey(),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    companyId: bigint('company_id', { mode: 'number' }).notNull(),
    integration: text().$type<Integration>().notNull(),
    syncId: uuid('sync_id').notNull(),
    jobId: uuid('job_id').notNull(),
    dataModel: text('data_model').$type<ParentModel>().notNull(),
    operation: text().$type<'create' | 'update'>().notNull(),
    /** The record's own id on the platform; null until one is made. */
    platformId: text('platform_id'),
    fields: jsonb().$type<Record<string, unknown>>().notNull(),
    rawData: jsonb('raw_data').$type<Record<string, unknown>>().notNull(),
    /** Names this write on the platform, the same at every try and at a retry of its sync. */
    marker: text().notNull(),
    state: text().$type<WriteState>().notNull(),
    claim: uuid(),
    claimUntil: moment('claim_until'),
    /** Nobody takes it up before this moment of the database's clock. */
    dueAt: moment('due_at'),
    /** When it was last sent to the platform; null: not yet. */
    sentAt: moment('sent_at'),
    /** How often it was sent. */
    attempts: integer().notNull().default(0),
    /** How often in a row the platform could not be asked, or reached before anything was sent. */
    stumbles: integer().notNull().default(0),
    /** How often the platform refused the sign-in that it was to be sent with. */
    refusals: integer().notNull().default(0),
    result: jsonb().$type<StoredWriteResult>(),
    evidence: jsonb().$type<WriteEvidence[]>().notNull().default([]),
    failure: jsonb().$type<StoredWriteFailure>(),
    requestId: text('request_id').notNull(),
    /** The Idempotency-Key it was asked for under. */
    idempotencyKey: text('idempotency_key'),
    rootfiId: bigint('rootfi_id', { mode: 'number' }),
    createdAt: moment('created_at').notNull(),
    endedAt: moment('ended_at'),
  },
  (t) => [
    index('writes_company').on(t.companyId, t.createdAt, t.id),
    index('writes_sync').on(t.syncId),
    index('writes_key').on(t.organisationId, t.idempotencyKey).where(sql`${t.idempotencyKey} is not null`),
    index('writes_open').on(t.companyId, t.state).where(sql`${t.state} not in ('CONFIRMED', 'FAILED')`),
  ],
);
