import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import type { Role } from './enums.ts';
import { organisations } from './organisations.ts';

export type { Role };

/** A person who can sign in; belongs to organisations as a member. */
export const users = pgTable('users', {
  id: uuid().primaryKey().defaultRandom(),
  /** Lower case. */
  email: text().notNull().unique(),
  name: text().notNull(),
  /** argon2id, in PHC form; null for who signs in by single sign-on alone. */
  passwordHash: text('password_hash'),
  createdAt: moment('created_at').notNull(),
});

export const members = pgTable(
  'members',
  {
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    role: text().$type<Role>().notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.userId] }), index('members_user').on(t.userId)],
);

/** A link by which somebody becomes a member, once. Only its digest is kept. */
export const memberInvitations = pgTable(
  'member_invitations',
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    /** Whom it is for, in lower case: nobody else can use it. */
    email: text().notNull(),
    role: text().$type<Role>().notNull(),
    hash: text().notNull().unique(),
    /** The name of who made it, as it was then. */
    invitedBy: text('invited_by').notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
    revokedAt: moment('revoked_at'),
  },
  (t) => [
    uniqueIndex('member_invitations_one_open')
      .on(t.organisationId, t.email)
      .where(sql`${t.acceptedAt} is null and ${t.revokedAt} is null`),
  ],
);

/** A link by which a person chooses a new password, once. Only its digest is kept. */
export const passwordResets = pgTable(
  'password_resets',
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    hash: text().notNull().unique(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    /** Used, or made useless by a newer one. */
    closedAt: moment('closed_at'),
  },
  (t) => [index('password_resets_user').on(t.userId)],
);

/** Who a person is at the provider of single sign-on. */
export const userIdentities = pgTable(
  'user_identities',
  {
    issuer: text().notNull(),
    /** The provider's own id of the person, which outlives their e-mail address. */
    subject: text().notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index('user_identities_user').on(t.userId)],
);

/** A signed-in browser. The cookie's token names a row here, so that a session can be revoked. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    /** The organisation this browser looks at. */
    organisationId: bigint('organisation_id', { mode: 'number' }).references(() => organisations.id),
    userAgent: text('user_agent'),
    /** Where the sign-in came from; null when unknown. */
    address: text(),
    createdAt: moment('created_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (t) => [index('sessions_user').on(t.userId)],
);

/** Failed sign-ins by e-mail and by address, for throttling. */
export const signInAttempts = pgTable('sign_in_attempts', {
  /** `email:…` or `ip:…`. */
  key: text().primaryKey(),
  failures: integer().notNull(),
  windowStartedAt: moment('window_started_at').notNull(),
  blockedUntil: moment('blocked_until'),
});
