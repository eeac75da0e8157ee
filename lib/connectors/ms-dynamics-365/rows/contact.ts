import { z } from 'zod';
import { origin, stamps, text } from './values.ts';

/** A customer or a vendor: what of both is read has the same names. */
export const partyRow = z.object({
  ...stamps,
  ...origin,
  number: z.string(),
  displayName: z.string(),
  addressLine1: text,
  addressLine2: text,
  city: text,
  state: text,
  country: text,
  postalCode: text,
  phoneNumber: text,
  email: text,
  website: text,
  taxRegistrationNumber: text,
  currencyCode: text,
  blocked: z.string(),
});
