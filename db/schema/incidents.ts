import { sql } from 'drizzle-orm';
import { bigint, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { companies } from './companies.ts';
import type { Integration } from './enums.ts';
import { members } from './members.ts';
import { organisations } from './organisations.ts';

/** The same trouble at one or many companies, from when it was first seen until none has it any more. */
export const incidents = pgTable(
  'incidents',
  {
    id: uuid().primaryKey(),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    /** A failure's class, or `late`: data that was not read when it was promised. */
    cause: text().notNull(),
    /** Null: whatever the platform. */
    integration: text().$type<Integration>(),
    /** The platform's own code of the failure; empty where it has none. */
    platformCode: text('platform_code').notNull().default(''),
    openedAt: moment('opened_at').notNull(),
    /** Since when no company has it; it is closed when that has lasted. Null while one has. */
    quietSince: moment('quiet_since'),
    closedAt: moment('closed_at'),
    /** When its subscribers were told; null: not yet, or it is none of those that are told of. */
    toldAt: moment('told_at'),
  },
  (t) => [
    uniqueIndex('incidents_open')
      .on(t.organisationId, t.cause, sql`coalesce(${t.integration}, '')`, t.platformCode)
      .where(sql`${t.closedAt} is null`),
    index('incidents_organisation').on(t.organisationId, t.openedAt, t.id),
  ],
);

/** A company that has or had an incident's trouble. */
export const incidentCompanies = pgTable(
  'incident_companies',
  {
    organisationId: bigint('organisation_id', { mode: 'number' }).notNull(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incidents.id, { onDelete: 'cascade' }),
    companyId: bigint('company_id', { mode: 'number' })
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    since: moment('since').notNull(),
    /** When it was well again; null while it is not. */
    leftAt: moment('left_at'),
  },
  (t) => [
    primaryKey({ columns: [t.incidentId, t.companyId] }),
    index('incident_companies_company').on(t.companyId, t.since),
  ],
);

/** A member who is told of new incidents by mail. */
export const incidentSubscriptions = pgTable(
  'incident_subscriptions',
  {
    organisationId: bigint('organisation_id', { mode: 'number' }).notNull(),
    userId: uuid('user_id').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.userId] }),
    foreignKey({
      name: 'incident_subscriptions_member',
      columns: [t.organisationId, t.userId],
      foreignColumns: [members.organisationId, members.userId],
    }).onDelete('cascade'),
  ],
);
