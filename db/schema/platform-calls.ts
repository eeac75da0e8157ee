import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { companies } from './companies.ts';
import { organisations } from './organisations.ts';

/**
 * What was said to a platform and what it answered, without secrets; kept for some days. `id` grows with time, so that
 * lists page by it. Bodies may be cut: `request_bytes` and `response_bytes` say how long they were.
 */
export const platformCalls = pgTable(
  'platform_calls',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    companyId: bigint('company_id', { mode: 'number' }).notNull(),
    syncId: uuid('sync_id'),
    jobId: uuid('job_id'),
    /** Of the request, or the schedule's look, that led to the call. */
    requestId: text('request_id').notNull(),
    method: text().notNull(),
    host: text().notNull(),
    /** With its query. */
    path: text().notNull(),
    /** Null: there was no answer. */
    status: integer(),
    /** Why there was no answer; null with one. */
    failure: text(),
    durationMs: integer('duration_ms').notNull(),
    requestBody: text('request_body'),
    requestBytes: integer('request_bytes').notNull(),
    responseBody: text('response_body'),
    responseBytes: integer('response_bytes').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('platform_calls_company').on(t.companyId, t.id),
    index('platform_calls_sync').on(t.syncId, t.id).where(sql`${t.syncId} is not null`),
    index('platform_calls_request').on(t.organisationId, t.requestId, t.id),
    index('platform_calls_use').on(t.companyId, t.createdAt),
    index('platform_calls_age').on(t.createdAt),
  ],
);

/**
 * Calls of a connection that are under way, one row each: a process leases a row for a short turn. Row 0 holds none; it
 * says until when some process waits for one.
 */
export const platformCallSlots = pgTable(
  'platform_call_slots',
  {
    companyId: bigint('company_id', { mode: 'number' })
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    slot: integer().notNull(),
    holder: uuid().notNull(),
    heldUntil: moment('held_until').notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.slot] })],
);
