import { bigint, index, jsonb, pgTable } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { companies } from './companies.ts';
import type { Frequency, ParentModel, Scope } from './enums.ts';
import { organisations } from './organisations.ts';

/** What somebody set of a model, as its row has it; null follows the level below. Moments are ISO 8601. */
export interface KeptSettings {
  enabled: boolean | null;
  frequency: Frequency | null;
  interval: number | null;
  scopeAccess: Scope[] | null;
  syncFrom: string | null;
  defaultVersion: number;
}

/** One model's row around a change: `dueAt` and `cursor` are those of before, as of the sync that was the last then. */
export interface KeptChange {
  before: KeptSettings;
  after: KeptSettings;
  dueAt: string | null;
  cursor: unknown;
  lastSyncedAt: string | null;
}

/** What a change of a company's settings replaced, so that it can be taken back whole: settings, schedule and cursor. */
export const configUndos = pgTable(
  'config_undos',
  {
    /** The audit row of the change. */
    auditId: bigint('audit_id', { mode: 'number' }).primaryKey(),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    companyId: bigint('company_id', { mode: 'number' })
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    models: jsonb().$type<Partial<Record<ParentModel, KeptChange>>>().notNull(),
    createdAt: moment('created_at').notNull(),
    undoneAt: moment('undone_at'),
  },
  (t) => [index('config_undos_company').on(t.companyId, t.auditId)],
);
