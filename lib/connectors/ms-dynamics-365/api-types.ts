import { z } from 'zod';

/**
 * What Business Central's API v2.0 and the token endpoint answer; records are in `rows/`. Fields that are added later are
 * let through.
 */

export const tokenAnswer = z.object({
  token_type: z.literal('Bearer'),
  /** Seconds. */
  expires_in: z.coerce.number().int().positive(),
  access_token: z.string().min(1),
});

export const tokenErrorAnswer = z.object({
  error: z.string(),
  error_description: z.string().default(''),
  /** The numbers of AADSTS. */
  error_codes: z.array(z.number()).default([]),
});

/** A page. Its records stay unparsed: one that can't be read must not cost the others. */
export const listAnswer = z.object({
  value: z.array(z.record(z.string(), z.unknown())),
  '@odata.nextLink': z.string().min(1).optional(),
});

export const errorAnswer = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

export const companiesAnswer = z.object({
  value: z.array(z.object({ id: z.string().min(1), name: z.string(), displayName: z.string().default('') })),
});

export const companyInformation = z.object({ currencyCode: z.string() });
