import { bigint, pgTable, text } from 'drizzle-orm/pg-core';
import { bytes, moment } from './columns.ts';
import { connections } from './connections.ts';
import { organisations } from './organisations.ts';

/**
 * The access token of a connection whose platform gives short-lived ones, shared by all processes. Whoever renews it holds
 * the row.
 */
export const connectionTokens = pgTable('connection_tokens', {
  companyId: bigint('company_id', { mode: 'number' })
    .primaryKey()
    .references(() => connections.companyId, { onDelete: 'cascade' }),
  organisationId: bigint('organisation_id', { mode: 'number' })
    .notNull()
    .references(() => organisations.id),
  /** AES-256-GCM, with a digest of the credentials that it was given for; null before the first. */
  token: bytes(),
  tokenKeyId: text('token_key_id'),
  expiresAt: moment('expires_at'),
});
