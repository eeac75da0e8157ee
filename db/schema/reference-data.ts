import { bigint, index, jsonb, numeric, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import type { CustomFieldType } from './enums.ts';
import { organisations } from './organisations.ts';

const id = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();
const organisationId = () =>
  bigint('organisation_id', { mode: 'number' })
    .notNull()
    .references(() => organisations.id);

/** A part of the organisation that bills on its own. */
export const subsidiaries = pgTable(
  'subsidiaries',
  { id: id(), organisationId: organisationId(), name: text().notNull(), createdAt: moment('created_at').notNull() },
  (t) => [uniqueIndex('subsidiaries_name').on(t.organisationId, t.name)],
);

/** A rate that invoices to a company carry unless they say otherwise. */
export const taxRates = pgTable(
  'tax_rates',
  {
    id: id(),
    organisationId: organisationId(),
    name: text().notNull(),
    percentage: numeric({ precision: 7, scale: 4 }).notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [uniqueIndex('tax_rates_name').on(t.organisationId, t.name)],
);

/** A template of invoices. */
export const documentTypes = pgTable(
  'document_types',
  { id: id(), organisationId: organisationId(), name: text().notNull(), createdAt: moment('created_at').notNull() },
  (t) => [uniqueIndex('document_types_name').on(t.organisationId, t.name)],
);

/** One choice of a select field; the id is what values name, so that a choice may be renamed. */
export interface CustomFieldOption {
  id: string;
  name: string;
}

/** A field that an organisation adds to its companies. */
export const customFields = pgTable(
  'custom_fields',
  {
    id: id(),
    organisationId: organisationId(),
    name: text().notNull(),
    type: text().$type<CustomFieldType>().notNull(),
    /** Of SELECT and MULTI_SELECT, in the order in which they are offered. */
    options: jsonb().$type<CustomFieldOption[]>().notNull().default([]),
    createdAt: moment('created_at').notNull(),
    /** Kept with its values, but offered no more. */
    archivedAt: moment('archived_at'),
  },
  (t) => [index('custom_fields_organisation').on(t.organisationId)],
);
