import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, moment } from './columns.ts';
import { companies } from './companies.ts';
import type { MailKind, MailState } from './enums.ts';
import { organisations } from './organisations.ts';

/** A mail on its way, stored in the transaction of what it speaks of; the worker sends it. */
export const mails = pgTable(
  'mails',
  {
    id: uuid().primaryKey(),
    /** Null: the installation's own, to a person who may be in several organisations or in none. */
    organisationId: bigint('organisation_id', { mode: 'number' }).references(() => organisations.id),
    /** The company it speaks of, where it speaks of one. */
    companyId: bigint('company_id', { mode: 'number' }).references(() => companies.id, { onDelete: 'cascade' }),
    kind: text().$type<MailKind>().notNull(),
    recipient: text().notNull(),
    subject: text().notNull(),
    /** AES-256-GCM: it may hold a link that opens something, so it is erased once the mail is sent or given up. */
    content: bytes(),
    contentKeyId: text('content_key_id'),
    state: text().$type<MailState>().notNull(),
    attempts: integer().notNull().default(0),
    /** Why the last try did not get through, in words that may be shown. */
    failure: text(),
    nextAttemptAt: moment('next_attempt_at').notNull(),
    /** A try that fails after it is the last one. */
    giveUpAt: moment('give_up_at').notNull(),
    /** Who is sending it, until when by the database's own clock. */
    claim: uuid(),
    claimedUntil: moment('claimed_until'),
    createdAt: moment('created_at').notNull(),
    endedAt: moment('ended_at'),
  },
  (t) => [
    index('mails_due').on(t.nextAttemptAt).where(sql`${t.state} = 'QUEUED'`),
    index('mails_company').on(t.companyId, t.createdAt),
    index('mails_age').on(t.createdAt),
  ],
);
