import { bigint, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { organisations } from './organisations.ts';

/** Who did what when, before and after; written in the transaction of the change and never edited. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    companyId: bigint('company_id', { mode: 'number' }),
    /** `company.renamed`, `connection.connected`, … */
    action: text().notNull(),
    actorType: text('actor_type').notNull(),
    actorId: text('actor_id').notNull(),
    actorLabel: text('actor_label').notNull(),
    door: text().notNull(),
    requestId: text('request_id').notNull(),
    /** The sync, key, link or member it speaks of. */
    subjectId: text('subject_id'),
    before: jsonb().$type<Record<string, unknown>>(),
    after: jsonb().$type<Record<string, unknown>>(),
    batchId: uuid('batch_id'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('audit_log_organisation').on(t.organisationId, t.id),
    index('audit_log_company').on(t.companyId, t.id),
    index('audit_log_company_time').on(t.companyId, t.createdAt, t.id),
    index('audit_log_request').on(t.requestId),
  ],
);
