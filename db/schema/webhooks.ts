import { sql } from 'drizzle-orm';
import { bigint, foreignKey, index, integer, json, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, moment } from './columns.ts';
import type { DeliveryState, Integration, WebhookDisabledReason, WebhookState, WebhookType } from './enums.ts';
import { organisations } from './organisations.ts';

/** A receiver of the organisation's: which events go where, under which signature. */
export const webhookConfigs = pgTable(
  'webhook_configs',
  {
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    id: bigint({ mode: 'number' }).notNull().generatedByDefaultAsIdentity(),
    name: text().notNull(),
    url: text().notNull(),
    webhookType: text('webhook_type').$type<WebhookType>().notNull(),
    /** Null: companies of every integration. */
    integration: text().$type<Integration>(),
    /** An event is sent when it has at least one of them; empty: every event of the type. */
    topics: text().array().notNull().default(sql`'{}'::text[]`),
    /** Names of its own headers, in order; their values are sealed. */
    headerNames: text('header_names').array().notNull().default(sql`'{}'::text[]`),
    /** Under which name the hex signature is sent; null: the usual one. */
    signatureHeader: text('signature_header'),
    /** AES-256-GCM: signing key and header values. Null once it is deleted. */
    secrets: bytes(),
    secretsKeyId: text('secrets_key_id'),
    state: text().$type<WebhookState>().notNull(),
    disabledReason: text('disabled_reason').$type<WebhookDisabledReason>(),
    disabledAt: moment('disabled_at'),
    /** The first failure since something was taken; null while it takes what it is sent. */
    failingSince: moment('failing_since'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    /** It stays as the name and address of what was delivered, until that is gone as well. */
    deletedAt: moment('deleted_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    // Whether anybody wants to hear of something is looked up with every change.
    index('webhook_configs_wanting').on(t.organisationId, t.webhookType).where(sql`${t.state} = 'ENABLED'`),
  ],
);

/** Something that happened, stored in the transaction in which it did, and only where a receiver wants it. */
export const webhookEvents = pgTable(
  'webhook_events',
  {
    organisationId: bigint('organisation_id', { mode: 'number' }).notNull(),
    /** What receivers get as `webhook-id`, the same with every try. */
    id: uuid().notNull(),
    /** In order of happening, as far as transactions that run beside each other have one. */
    position: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    webhookType: text('webhook_type').$type<WebhookType>().notNull(),
    topics: text().array().notNull(),
    /** Null for a test. */
    companyId: bigint('company_id', { mode: 'number' }),
    integration: text().$type<Integration>(),
    syncId: uuid('sync_id'),
    /** As json, so that receivers read it in the order in which it was written. */
    data: json().$type<Record<string, unknown>>().notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.id] }), index('webhook_events_age').on(t.createdAt)],
);

/** An event on its way to one receiver. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    organisationId: bigint('organisation_id', { mode: 'number' }).notNull(),
    id: uuid().notNull(),
    configId: bigint('config_id', { mode: 'number' }).notNull(),
    eventId: uuid('event_id').notNull(),
    companyId: bigint('company_id', { mode: 'number' }),
    /** The event's. */
    position: bigint({ mode: 'number' }).notNull(),
    state: text().$type<DeliveryState>().notNull(),
    attemptCount: integer('attempt_count').notNull().default(0),
    /** Tries since it was last asked for; the pause before the next one grows with them. */
    triesInRow: integer('tries_in_row').notNull().default(0),
    latestStatusCode: integer('latest_status_code'),
    nextAttemptAt: moment('next_attempt_at').notNull(),
    /** A try that fails after it is the last one. */
    giveUpAt: moment('give_up_at').notNull(),
    /** Who is sending it, and since when by the database's own clock. */
    claim: uuid(),
    claimedAt: moment('claimed_at'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    foreignKey({
      name: 'webhook_deliveries_config_fk',
      columns: [t.organisationId, t.configId],
      foreignColumns: [webhookConfigs.organisationId, webhookConfigs.id],
    }),
    foreignKey({
      name: 'webhook_deliveries_event_fk',
      columns: [t.organisationId, t.eventId],
      foreignColumns: [webhookEvents.organisationId, webhookEvents.id],
    }).onDelete('cascade'),
    index('webhook_deliveries_due')
      .on(t.organisationId, t.configId, t.nextAttemptAt, t.position)
      .where(sql`${t.state} = 'PENDING'`),
    index('webhook_deliveries_claimed').on(t.organisationId, t.configId).where(sql`${t.state} = 'PROCESSING'`),
    index('webhook_deliveries_log').on(t.organisationId, t.createdAt, t.id),
    index('webhook_deliveries_config').on(t.organisationId, t.configId, t.createdAt, t.id),
    index('webhook_deliveries_event').on(t.organisationId, t.eventId),
  ],
);

/** One try of a delivery, and what came of it. */
export const webhookAttempts = pgTable(
  'webhook_attempts',
  {
    organisationId: bigint('organisation_id', { mode: 'number' }).notNull(),
    deliveryId: uuid('delivery_id').notNull(),
    number: integer().notNull(),
    /** The receiver's; null when there was no answer. */
    statusCode: integer('status_code'),
    /** Why there was no answer, or why it does not count; null when it was taken. */
    failure: text(),
    /** The answer's text without our secrets, cut short. */
    answer: text(),
    durationMs: integer('duration_ms').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.deliveryId, t.number] }),
    foreignKey({
      name: 'webhook_attempts_delivery_fk',
      columns: [t.organisationId, t.deliveryId],
      foreignColumns: [webhookDeliveries.organisationId, webhookDeliveries.id],
    }).onDelete('cascade'),
  ],
);
