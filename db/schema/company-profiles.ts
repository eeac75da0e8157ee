import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { companies } from './companies.ts';
import type { ContactKind, CreditRating } from './enums.ts';
import { members } from './members.ts';
import { organisations } from './organisations.ts';
import { documentTypes } from './reference-data.ts';

/** A value of a custom field as the wire shows it: text, number, date, an option's id or several of them. */
export type CustomFieldValue = string | number | string[] | null;

/**
 * What a company says of itself and no list filters or sorts by, beside the narrow row that every sync touches. A
 * company without a row here has said nothing.
 */
export const companyProfiles = pgTable(
  'company_profiles',
  {
    companyId: bigint('company_id', { mode: 'number' })
      .primaryKey()
      .references(() => companies.id, { onDelete: 'cascade' }),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    avatarUrl: text('avatar_url'),
    description: text(),
    buyerReference: text('buyer_reference'),
    leitwegId: text('leitweg_id'),
    peppolId: text('peppol_id'),
    defaultDocumentTypeId: bigint('default_document_type_id', { mode: 'number' }).references(() => documentTypes.id),
    /** ISO 8601, letter by letter as it was sent; companies.due_days are its whole days. */
    dueInterval: text('due_interval'),
    /** By the field's id; null until a value is set for the first time. */
    customFields: jsonb('custom_fields').$type<Record<string, CustomFieldValue>>(),
    invoiceEmailRecipients: jsonb('invoice_email_recipients').$type<Record<string, unknown>>().notNull().default({}),
    /** Null until the company is changed for the first time. */
    settings: jsonb().$type<Record<string, unknown>>(),
    projectlessBudgets: boolean('projectless_budgets').notNull().default(false),
    externalSync: boolean('external_sync').notNull().default(false),
    sampleData: boolean('sample_data').notNull().default(false),
    /** Fiscal or legal. */
    identifier: text(),
    additionalTaxIdentifier: text('additional_tax_identifier'),
    accountingCode: text('accounting_code'),
    billingCode: text('billing_code'),
    iata: text(),
    contactPerson: text('contact_person'),
    /** Other ways to reach it, in free text. */
    contactInformation: text('contact_information'),
    notes: text(),
    department: text(),
    /** Nine digits. */
    dunsNumber: text('duns_number'),
    creditRating: text('credit_rating').$type<CreditRating>().notNull().default('CreditOk'),
    referenceIdentifier: text('reference_identifier'),
    /** The account on another system that the company was merged into. */
    mergeTargetId: uuid('merge_target_id'),
    invoiceable: boolean().notNull().default(true),
    addFeesToInvoices: boolean('add_fees_to_invoices').notNull().default(false),
    addTaxDeductedPaymentToInvoices: boolean('add_tax_deducted_payment_to_invoices').notNull().default(false),
  },
  (t) => [index('company_profiles_document_type').on(t.defaultDocumentTypeId)],
);

/** A phone, e-mail, website or address of a company. The first of each kind is the primary one. */
export const contactData = pgTable(
  'contact_data',
  {
    /** Stays the same while the entry is sent back with it. */
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    companyId: bigint('company_id', { mode: 'number' })
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    kind: text().$type<ContactKind>().notNull(),
    /** From 0, within the kind. */
    position: integer().notNull(),
    name: text(),
    /** The number, e-mail address or website; null for an address. */
    value: text(),
    /** Of addresses alone. */
    addressId: uuid('address_id'),
    billingAddress: text('billing_address'),
    city: text(),
    state: text(),
    zipcode: text(),
    country: text(),
  },
  (t) => [index('contact_data_company').on(t.companyId, t.kind, t.position)],
);

/** Members who are told of a company. */
export const companySubscribers = pgTable(
  'company_subscribers',
  {
    companyId: bigint('company_id', { mode: 'number' })
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    organisationId: bigint('organisation_id', { mode: 'number' }).notNull(),
    userId: uuid('user_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.userId] }),
    foreignKey({
      name: 'company_subscribers_member',
      columns: [t.organisationId, t.userId],
      foreignColumns: [members.organisationId, members.userId],
    }).onDelete('cascade'),
    index('company_subscribers_member').on(t.organisationId, t.userId),
  ],
);
