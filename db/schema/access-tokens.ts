import { bigint, boolean, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import type { TokenDialect } from './enums.ts';
import { chains, organisations } from './organisations.ts';

/** A program that speaks the Connector API, whichever organisation's data it is then given access to. */
export const integrationClients = pgTable(
  'integration_clients',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Where it was made and can be revoked. */
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    /** The first characters, to recognise its token by. */
    prefix: text().notNull(),
    /** Hex SHA-256 of the client token. */
    hash: text().notNull().unique(),
    createdAt: moment('created_at').notNull(),
    revokedAt: moment('revoked_at'),
    lastUsedAt: moment('last_used_at'),
  },
  (t) => [index('integration_clients_organisation').on(t.organisationId)],
);

/** What opens an organisation to a JSON:API or Connector client: 256 random bits, shown once, kept as a SHA-256. */
export const accessTokens = pgTable(
  'access_tokens',
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    dialect: text().$type<TokenDialect>().notNull(),
    name: text().notNull(),
    /** The client it was made for; of Connector tokens alone. */
    clientId: uuid('client_id').references(() => integrationClients.id),
    /** The first characters, to recognise a token by. */
    prefix: text().notNull(),
    /** Hex SHA-256 of the whole token. */
    hash: text().notNull().unique(),
    readOnly: boolean('read_only').notNull().default(false),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at'),
    revokedAt: moment('revoked_at'),
    lastUsedAt: moment('last_used_at'),
  },
  (t) => [index('access_tokens_organisation').on(t.organisationId), index('access_tokens_client').on(t.clientId)],
);

/** The chains that a Connector token may touch; several make it a portfolio token. */
export const accessTokenChains = pgTable(
  'access_token_chains',
  {
    organisationId: bigint('organisation_id', { mode: 'number' }).notNull(),
    accessTokenId: uuid('access_token_id')
      .notNull()
      .references(() => accessTokens.id, { onDelete: 'cascade' }),
    chainId: uuid('chain_id')
      .notNull()
      .references(() => chains.id),
  },
  (t) => [primaryKey({ columns: [t.accessTokenId, t.chainId] }), index('access_token_chains_chain').on(t.chainId)],
);
