import {
  type AnyPgColumn,
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { organisations } from './organisations.ts';

/** A Core API key: 256 random bits, shown once, kept as a SHA-256. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    /** The first characters, to recognise a key by. */
    prefix: text().notNull(),
    /** Hex SHA-256 of the whole key. */
    hash: text().notNull().unique(),
    readOnly: boolean('read_only').notNull().default(false),
    /** The only companies it may touch; null: every company of the organisation. */
    companyIds: bigint('company_ids', { mode: 'number' }).array(),
    /** The key whose place it takes; that one ends when both have worked side by side for a while. */
    replacesId: uuid('replaces_id').references((): AnyPgColumn => apiKeys.id),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at'),
    revokedAt: moment('revoked_at'),
    lastUsedAt: moment('last_used_at'),
  },
  (t) => [index('api_keys_organisation').on(t.organisationId)],
);

/** What a mutation answered under an Idempotency-Key, kept for 24 hours. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    key: text().notNull(),
    /** Hex SHA-256 of method, path and body. */
    fingerprint: text().notNull(),
    /** Null while the first request is still running. */
    status: integer(),
    headers: jsonb().$type<Record<string, string>>(),
    body: text(),
    requestId: text('request_id').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.key] }), index('idempotency_keys_age').on(t.createdAt)],
);

/** One bucket a limit and principal; processes lease tokens from it in blocks. */
export const rateLimitBuckets = pgTable('rate_limit_buckets', {
  /** `<dialect>:<principal>:<window>`. */
  key: text().primaryKey(),
  tokens: integer().notNull(),
  refilledAt: moment('refilled_at').notNull(),
});
