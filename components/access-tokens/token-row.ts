import type { TokenDialect } from '@/db/schema/enums.ts';
import type { AccessTokenView, IntegrationClientView, TokenStatus } from '@/lib/domain/access-tokens/schema.ts';

/** An access token as the tables show it. Moments are ISO 8601. */
export interface TokenRow {
  id: string;
  dialect: TokenDialect;
  name: string;
  prefix: string;
  readOnly: boolean;
  status: TokenStatus;
  /** Of Connector tokens: the name of the client it was made for. */
  client: string | null;
  /** Of Connector tokens: the names of the chains it may touch. */
  chains: string[];
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
}

/** A program that speaks the Connector dialect. Moments are ISO 8601. */
export interface ClientRow {
  id: string;
  name: string;
  prefix: string;
  isRevoked: boolean;
  createdAt: string;
  lastUsedAt: string | null;
}

export const tokenRow = (token: AccessTokenView): TokenRow => ({
  id: token.id,
  dialect: token.dialect,
  name: token.name,
  prefix: token.prefix,
  readOnly: token.readOnly,
  status: token.status,
  client: token.client?.name ?? null,
  chains: token.chains.map(({ name }) => name),
  createdAt: token.createdAt.toISOString(),
  expiresAt: token.expiresAt?.toISOString() ?? null,
  lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
});

export const clientRow = (client: IntegrationClientView): ClientRow => ({
  id: client.id,
  name: client.name,
  prefix: client.prefix,
  isRevoked: client.revokedAt !== null,
  createdAt: client.createdAt.toISOString(),
  lastUsedAt: client.lastUsedAt?.toISOString() ?? null,
});
