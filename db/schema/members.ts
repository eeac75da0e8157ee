import { bigint, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
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
  /** argon2id, in PHC form. */
  passwordHash: text('password_hash').notNull(),
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
