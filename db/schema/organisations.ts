import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** The tenant. */
export const organisations = pgTable('organisations', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  name: text().notNull(),
  timeZone: text('time_zone').notNull().default('UTC'),
  /** Made by the demo start; its sign-in is known. */
  isDemo: boolean('is_demo').notNull().default(false),
  createdAt: moment('created_at').notNull(),
});

/** A group of companies under one token. Every organisation has a default one from birth. */
export const chains = pgTable(
  'chains',
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    isDefault: boolean('is_default').notNull().default(false),
    /** The last company number given out; numbers are unique in a chain and never change. */
    lastNumber: bigint('last_number', { mode: 'number' }).notNull().default(0),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('chains_organisation').on(t.organisationId),
    uniqueIndex('chains_one_default').on(t.organisationId).where(sql`${t.isDefault}`),
  ],
);

/** The next suffix of generated company codes, one counter a prefix. */
export const companyCodeCounters = pgTable(
  'company_code_counters',
  {
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    prefix: text().notNull(),
    lastNumber: integer('last_number').notNull(),
  },
  (t) => [uniqueIndex('company_code_counters_key').on(t.organisationId, t.prefix)],
);
