import { z } from 'zod';
import { id, stamps, text } from './values.ts';

export const partyRow = z.object({
  ...stamps,
  name: text,
  code: text,
  active: z.boolean(),
  replaced_by: id.nullable(),
  tax_identifier: id.nullable(),
  'identifiers.': z.array(z.object({ ...stamps, code: text })),
  'contact_mechanisms.': z.array(
    z.object({ ...stamps, active: z.boolean(), type: z.string(), value: text, name: text }),
  ),
  'addresses.': z.array(
    z.object({
      ...stamps,
      active: z.boolean(),
      name: text,
      street: text,
      city: text,
      postal_code: text,
      invoice: z.boolean().nullish(),
      /** Only where stock is managed. */
      delivery: z.boolean().nullish(),
      'country.': z.object({ code: text }).nullable(),
      'subdivision.': z.object({ name: text }).nullable(),
    }),
  ),
});
