import { z } from 'zod';

export const apiKeyName = z
  .string('must be text')
  .trim()
  .min(1, 'must not be empty')
  .max(100, 'must have at most 100 characters');

export const createApiKeyInput = z.object({
  name: apiKeyName,
  readOnly: z.boolean().default(false),
  /** Left out: it works until it is revoked. */
  expiresAt: z.coerce.date<Date | string>('must be a date').nullish(),
});
export type CreateApiKeyInput = z.input<typeof createApiKeyInput>;

export const revokeApiKeyInput = z.object({ apiKeyId: z.uuid('must be a uuid') });
export type RevokeApiKeyInput = z.infer<typeof revokeApiKeyInput>;

/** A key that was just made: the only time it is seen whole. */
export interface CreatedApiKey {
  id: string;
  /** `ll_` and 43 characters. */
  key: string;
  organisationId: number;
}

export type ApiKeyStatus = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

export interface ApiKeyView {
  id: string;
  name: string;
  /** The first characters, to recognise it by. */
  prefix: string;
  readOnly: boolean;
  status: ApiKeyStatus;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  /** To the minute. */
  lastUsedAt: Date | null;
}
