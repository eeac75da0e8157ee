import { bigint, char, integer, jsonb, numeric, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * What every unified record has. Property names of record tables are the wire's own snake_case names, so that a model
 * is its table and its declaration and nothing has to be renamed in between. Keys begin with company_id: the tables can
 * be distributed by it.
 */
export const baseColumns = () => ({
  company_id: bigint({ mode: 'number' }).notNull(),
  rootfi_id: bigint({ mode: 'number' }).notNull().generatedByDefaultAsIdentity(),
  rootfi_created_at: platformMoment().notNull(),
  rootfi_updated_at: platformMoment().notNull(),
  rootfi_deleted_at: platformMoment(),
  platform_id: text().notNull(),
  platform_unique_id: text(),
  /** SHA-1 over the mapped record, its children and the raw data: equal means nothing to write. */
  data_hash: char({ length: 40 }).notNull(),
  raw_data: jsonb().$type<unknown>(),
  /** When the platform says it changed it. */
  updated_at: platformMoment(),
});

/** What every child of a record has: it is found by its parent and its place in it, and is replaced with it. */
export const childColumns = () => ({
  company_id: bigint({ mode: 'number' }).notNull(),
  parent_model: text().notNull(),
  parent_platform_id: text().notNull(),
  position: integer().notNull(),
  platform_id: text(),
  updated_at: platformMoment(),
});

/** A moment as text: ISO 8601 in the canonical record, what Postgres prints when read. */
export const platformMoment = () => timestamp({ withTimezone: true, precision: 3, mode: 'string' });

/** Money and rates: exact in the database, a decimal string in code. */
export const decimal = () => numeric();
