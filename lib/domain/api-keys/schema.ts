import { z } from 'zod';
import { defaultOverlapDays } from './overlap.ts';

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
  /** The only companies it may touch. Left out: every company of the organisation, also those that are made later. */
  companyIds: z
    .array(z.number('must be a number').int('must be a whole number').positive('must be positive'))
    .min(1, 'must name a company, or be left out')
    .max(1000, 'must have at most 1000 entries')
    .nullish(),
});
export type CreateApiKeyInput = z.input<typeof createApiKeyInput>;

export const revokeApiKeyInput = z.object({ apiKeyId: z.uuid('must be a uuid') });
export type RevokeApiKeyInput = z.infer<typeof revokeApiKeyInput>;

export const rotateApiKeyInput = z.object({
  apiKeyId: z.uuid('must be a uuid'),
  /** How long the old key still works beside the new one; 0 ends it at once. */
  overlapDays: z
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be at least 0')
    .max(90, 'must be at most 90')
    .default(defaultOverlapDays),
});
export type RotateApiKeyInput = z.input<typeof rotateApiKeyInput>;

/** A key that was just made: the only time it is seen whole. */
export interface CreatedApiKey {
  id: string;
  /** `ll_` and 43 characters. */
  key: string;
  organisationId: number;
}

/** The successor of a key, and how long the old one still works. */
export interface RotatedApiKey extends CreatedApiKey {
  oldKeyExpiresAt: Date;
}

export type ApiKeyStatus = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

export interface ApiKeyView {
  id: string;
  name: string;
  /** The first characters, to recognise it by. */
  prefix: string;
  readOnly: boolean;
  status: ApiKeyStatus;
  /** The only companies it may touch, by name; null: every company of the organisation. */
  companies: { id: number; name: string }[] | null;
  /** The key whose place it takes. */
  replaces: { id: string; prefix: string } | null;
  /** The key that takes its place. */
  replacedBy: { id: string; prefix: string } | null;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  /** To the minute. */
  lastUsedAt: Date | null;
}
