import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import type { BulkActionKind, BulkActionStatus, BulkRowStatus, Role } from './enums.ts';
import { organisations } from './organisations.ts';

/** What is done to one company beside the kind of the action: tags to add or remove, a sync to cancel. */
export interface BulkInput {
  tags?: string[];
  syncId?: string;
}

/** One thing done to many companies: what was chosen is written down at once, and worked off by the worker. */
export const bulkActions = pgTable(
  'bulk_actions',
  {
    id: uuid().primaryKey(),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    kind: text().$type<BulkActionKind>().notNull(),
    input: jsonb().$type<BulkInput>().notNull().default({}),
    status: text().$type<BulkActionStatus>().notNull(),
    total: integer().notNull(),
    done: integer().notNull().default(0),
    skipped: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    /** The action that this one takes back. */
    undoOf: uuid('undo_of'),
    userId: uuid('user_id').notNull(),
    requestedBy: text('requested_by').notNull(),
    /** What the person might do when they asked; the worker does it as they. */
    role: text().$type<Role>().notNull(),
    requestId: text('request_id').notNull(),
    createdAt: moment('created_at').notNull(),
    /** The last sign of life of whoever works it off. */
    movedAt: moment('moved_at').notNull(),
    endedAt: moment('ended_at'),
  },
  (t) => [
    index('bulk_actions_organisation').on(t.organisationId, t.createdAt, t.id),
    index('bulk_actions_active').on(t.movedAt).where(sql`${t.status} in ('QUEUED', 'RUNNING')`),
    uniqueIndex('bulk_actions_undone_once').on(t.undoOf).where(sql`${t.undoOf} is not null`),
  ],
);

/** One company of a bulk action, and what came of it. */
export const bulkActionRows = pgTable(
  'bulk_action_rows',
  {
    bulkActionId: uuid('bulk_action_id')
      .notNull()
      .references(() => bulkActions.id, { onDelete: 'cascade' }),
    companyId: bigint('company_id', { mode: 'number' }).notNull(),
    /** As it was called then. */
    companyName: text('company_name').notNull(),
    status: text().$type<BulkRowStatus>().notNull(),
    /** Why it was skipped or failed. */
    message: text(),
    /** What is done to this company alone, where it is not the same for all: an undo takes back what was done to each. */
    input: jsonb().$type<BulkInput>(),
    /** What taking it back takes; null where there is nothing to take back. */
    undo: jsonb().$type<BulkInput>(),
  },
  (t) => [
    primaryKey({ columns: [t.bulkActionId, t.companyId] }),
    index('bulk_action_rows_status').on(t.bulkActionId, t.status, t.companyId),
  ],
);
