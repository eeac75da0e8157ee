import { z } from 'zod';
import { stamps } from './values.ts';

/** How somebody is reached. */
const reachable = {
  emails: z.array(z.object({ id: z.string(), address: z.string() })),
  websites: z.array(z.object({ id: z.string(), url: z.string() })),
  phones: z.array(z.object({ id: z.string(), kind: z.string(), number: z.string() })),
  addresses: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      street: z.string().nullable(),
      district: z.string().nullable(),
      city: z.string().nullable(),
      region: z.string().nullable(),
      country: z.string().nullable(),
      postcode: z.string().nullable(),
    }),
  ),
};

export const contactRow = z.object({
  ...stamps,
  name: z.string(),
  person: z.string().nullable(),
  kind: z.string(),
  status: z.string(),
  currency_id: z.string(),
  tax_number: z.string().nullable(),
  registration_number: z.string().nullable(),
  ...reachable,
});

export const companyRow = z.object({
  ...stamps,
  name: z.string(),
  legal_name: z.string(),
  tax_number: z.string().nullable(),
  registration_number: z.string().nullable(),
  base_currency: z.string().length(3),
  year_starts_on: z.iso.date(),
  opened: z.iso.datetime(),
  ...reachable,
});
