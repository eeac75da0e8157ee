import { z } from 'zod';
import type { TokenDialect } from '../../../db/schema/enums.ts';
import { apiKeyName } from '../api-keys/schema.ts';

const common = {
  name: apiKeyName,
  readOnly: z.boolean().default(false),
  /** Left out: it works until it is revoked. */
  expiresAt: z.coerce.date<Date | string>('must be a date').nullish(),
};

export const createAccessTokenInput = z.discriminatedUnion('dialect', [
  z.object({ dialect: z.literal('jsonapi'), ...common }),
  z.object({
    dialect: z.literal('connector'),
    ...common,
    /** The chains it may touch; left out, the default chain alone. Several make it a portfolio token. */
    chainIds: z
      .array(z.uuid('must be the id of a chain'))
      .min(1, 'must name a chain, or be left out')
      .max(1000, 'must have at most 1000 entries')
      .nullish(),
    /** A client that is known already; left out, one is made. */
    clientId: z.uuid('must be the id of a client').nullish(),
  }),
]);
export type CreateAccessTokenInput = z.input<typeof createAccessTokenInput>;

/** A token that was just made: the only time it is seen whole. */
export type CreatedAccessToken =
  | { dialect: 'jsonapi'; id: string; token: string; organizationId: number }
  | {
      dialect: 'connector';
      id: string;
      /** Null for a client that was known already: its token was shown when it was made. */
      clientToken: string | null;
      accessToken: string;
      chainIds: string[];
    };

export const revokeAccessTokenInput = z.object({ accessTokenId: z.uuid('must be a uuid') });
export type RevokeAccessTokenInput = z.infer<typeof revokeAccessTokenInput>;

export const revokeClientInput = z.object({ clientId: z.uuid('must be a uuid') });
export type RevokeClientInput = z.infer<typeof revokeClientInput>;

export type TokenStatus = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

export interface AccessTokenView {
  id: string;
  dialect: TokenDialect;
  name: string;
  /** The first characters, to recognise it by. */
  prefix: string;
  readOnly: boolean;
  status: TokenStatus;
  /** Of Connector tokens: the client it was made for and the chains it may touch. */
  client: { id: string; name: string } | null;
  chains: { id: string; name: string }[];
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  /** To the minute. */
  lastUsedAt: Date | null;
}

export interface IntegrationClientView {
  id: string;
  name: string;
  prefix: string;
  createdAt: Date;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}
