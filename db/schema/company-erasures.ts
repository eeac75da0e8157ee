import { bigint, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { organisations } from './organisations.ts';

/**
 * A company that was deleted for good, while its rows are erased and afterwards: who asked for it, and how many rows of
 * each table are gone. With the audit log all that is left of the company.
 */
export const companyErasures = pgTable(
  'company_erasures',
  {
    companyId: bigint('company_id', { mode: 'number' }).primaryKey(),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    actorType: text('actor_type').notNull(),
    actorId: text('actor_id').notNull(),
    actorLabel: text('actor_label').notNull(),
    door: text().notNull(),
    requestId: text('request_id').notNull(),
    /** Rows that there were when it was deleted. */
    rowsFound: integer('rows_found').notNull(),
    /** Rows that are erased, by table. */
    erased: jsonb().$type<Record<string, number>>().notNull(),
    createdAt: moment('created_at').notNull(),
    /** When nothing was left; null while the worker erases. */
    endedAt: moment('ended_at'),
  },
  (t) => [index('company_erasures_organisation').on(t.organisationId, t.createdAt)],
);
