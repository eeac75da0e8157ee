import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytewiseText, moment } from './columns.ts';
import type { ConnectionStatus, Integration, IntegrationCategory, SyncState } from './enums.ts';
import { chains, organisations } from './organisations.ts';
import { subsidiaries, taxRates } from './reference-data.ts';

/**
 * A customer of the organisation: one record in every dialect.
 * `connection_status`, `sync_state`, `last_synced_at` and `last_error_class` mirror the connection and are written in
 * the transaction that changes it, so that a list of a million rows filters and sorts on one index.
 */
export const companies = pgTable(
  'companies',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    uuid: uuid().notNull().defaultRandom().unique(),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    chainId: uuid('chain_id')
      .notNull()
      .references(() => chains.id),
    /** Unique in the chain, never changes. */
    number: bigint({ mode: 'number' }).notNull(),
    companyCode: bytewiseText('company_code').notNull(),
    name: text().notNull(),
    /** Lower case, unaccented, bytewise: what names are sorted and searched by. */
    nameKey: bytewiseText('name_key').notNull(),
    billingName: text('billing_name'),
    /** The tax identifier. */
    vat: text(),
    /** ISO 4217. */
    defaultCurrency: text('default_currency'),
    /** Lower case; unique in the organisation. */
    domain: text(),
    externalId: text('external_id'),
    /** Whole days of the profile's due_interval, written with it. */
    dueDays: integer('due_days'),
    defaultSubsidiaryId: bigint('default_subsidiary_id', { mode: 'number' }).references(() => subsidiaries.id),
    defaultTaxRateId: bigint('default_tax_rate_id', { mode: 'number' }).references(() => taxRates.id),
    /** In the same chain, and never its own descendant. */
    motherCompanyId: bigint('mother_company_id', { mode: 'number' }).references((): AnyPgColumn => companies.id, {
      onDelete: 'set null',
    }),
    tagList: text('tag_list').array().notNull().default([]),
    /** The tags as they are looked up: without case and accents. */
    tagKeys: text('tag_keys').array().notNull().default([]),
    integration: text().$type<Integration>(),
    integrationCategory: text('integration_category').$type<IntegrationCategory>(),
    /** From the invite link: records before it are not read. */
    syncFrom: moment('sync_from'),
    connectionStatus: text('connection_status').$type<ConnectionStatus>(),
    syncState: text('sync_state').$type<SyncState>(),
    lastSyncedAt: moment('last_synced_at'),
    modelsEnabled: integer('models_enabled').notNull().default(0),
    createdAt: moment('created_at').notNull(),
    /** Moved by profile changes. */
    updatedAt: moment('updated_at').notNull(),
    /** Moved once at the end of a sync that changed something, and by profile changes. */
    lastActivityAt: moment('last_activity_at').notNull(),
    archivedAt: moment('archived_at'),
  },
  (t) => [
    uniqueIndex('companies_number').on(t.chainId, t.number),
    uniqueIndex('companies_code').on(t.organisationId, t.companyCode),
    uniqueIndex('companies_domain').on(t.organisationId, t.domain).where(sql`${t.domain} is not null`),
    index('companies_organisation').on(t.organisationId, t.id),
    index('companies_live').on(t.organisationId, t.id).where(sql`${t.archivedAt} is null`),
    index('companies_archived').on(t.organisationId, t.id).where(sql`${t.archivedAt} is not null`),
    index('companies_name').on(t.organisationId, t.nameKey, t.id),
    index('companies_last_synced').on(t.organisationId, t.lastSyncedAt, t.id),
    index('companies_created').on(t.organisationId, t.createdAt, t.id),
    index('companies_updated').on(t.organisationId, t.updatedAt, t.id),
    index('companies_last_activity').on(t.organisationId, t.lastActivityAt, t.id),
    index('companies_archived_at').on(t.organisationId, t.archivedAt, t.id).where(sql`${t.archivedAt} is not null`),
    // What the Connector API walks, newest first: a chain's live companies and its archived ones.
    index('companies_chain_live').on(t.chainId, t.createdAt, t.number).where(sql`${t.archivedAt} is null`),
    index('companies_chain_archived').on(t.chainId, t.createdAt, t.number).where(sql`${t.archivedAt} is not null`),
    index('companies_mother').on(t.motherCompanyId, t.id).where(sql`${t.motherCompanyId} is not null`),
    index('companies_external_id').on(t.organisationId, t.externalId, t.id).where(sql`${t.externalId} is not null`),
    index('companies_billing_name').on(t.organisationId, t.billingName, t.id).where(sql`${t.billingName} is not null`),
    index('companies_vat').on(t.organisationId, t.vat, t.id).where(sql`${t.vat} is not null`),
    // Of these a value has many companies, and most lists leave out the archived ones: so they are counted in the index.
    index('companies_status').on(t.organisationId, t.connectionStatus, t.id, t.archivedAt),
    index('companies_integration').on(t.organisationId, t.integration, t.id, t.archivedAt),
    index('companies_category').on(t.organisationId, t.integrationCategory, t.id, t.archivedAt),
    index('companies_sync_state').on(t.organisationId, t.syncState, t.id, t.archivedAt),
    index('companies_currency').on(t.organisationId, t.defaultCurrency, t.id, t.archivedAt),
    index('companies_due_days').on(t.organisationId, t.dueDays, t.id, t.archivedAt),
    index('companies_subsidiary').on(t.organisationId, t.defaultSubsidiaryId, t.id, t.archivedAt),
    index('companies_tax_rate').on(t.organisationId, t.defaultTaxRateId, t.id, t.archivedAt),
    index('companies_tags').using('gin', t.tagKeys),
  ],
);

/** How many companies an organisation has: kept in slots by a trigger so that writers don't queue, summed on read. */
export const companyCounts = pgTable(
  'company_counts',
  {
    organisationId: bigint('organisation_id', { mode: 'number' }).notNull(),
    archived: boolean().notNull(),
    slot: smallint().notNull(),
    count: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.archived, t.slot] })],
);

/** What a company's model may be set to when the link is made, before there is a connection to hang it on. */
export interface RequestedModelConfig {
  dataModel: string;
  enabled?: boolean;
  frequency?: string;
  interval?: number;
  scopeAccess?: string[];
  syncFrom?: string | null;
}

/** The customer's door. One live link a company; older ones stay as history. */
export const inviteLinks = pgTable(
  'invite_links',
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    companyId: bigint('company_id', { mode: 'number' })
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    /** Null: the customer chooses a platform of the category. */
    integration: text().$type<Integration>(),
    integrationCategory: text('integration_category').$type<IntegrationCategory>().notNull(),
    syncFrom: moment('sync_from'),
    syncConfig: jsonb('sync_config').$type<RequestedModelConfig[]>().notNull().default([]),
    redirectUrl: text('redirect_url'),
    expiresAt: moment('expires_at'),
    /** PENDING until connected; EXPIRED is not stored, it follows from expires_at. */
    status: text().$type<'PENDING' | 'CONNECTED' | 'REVOKED'>().notNull(),
    /** Set when archiving the company revoked it, so that restoring knows what to bring back. */
    revokedByArchive: boolean('revoked_by_archive').notNull().default(false),
    openedCount: integer('opened_count').notNull().default(0),
    /** The four steps of the way, each at its first time. */
    firstOpenedAt: moment('first_opened_at'),
    platformChosenAt: moment('platform_chosen_at'),
    authorisedAt: moment('authorised_at'),
    firstRecordAt: moment('first_record_at'),
    /** The last sign-in that came to nothing: on which platform, and the class of its failure. */
    refusedAt: moment('refused_at'),
    refusedIntegration: text('refused_integration').$type<Integration>(),
    refusalClass: text('refusal_class'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    index('invite_links_organisation').on(t.organisationId, t.createdAt, t.id),
    index('invite_links_company').on(t.companyId, t.createdAt),
    uniqueIndex('invite_links_one_live').on(t.companyId).where(sql`${t.status} <> 'REVOKED'`),
  ],
);
