import { z } from 'zod';
import { email } from '../members/schema.ts';

/** The sign-in form. */
export const signInInput = z.object({
  email,
  password: z.string().min(1, 'must not be empty').max(200, 'must have at most 200 characters'),
  /** A path of this site to go to afterwards. */
  next: z.string().optional(),
});

export const switchOrganisationInput = z.object({ organisationId: z.coerce.number().int().positive() });
