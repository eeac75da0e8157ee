import { z } from 'zod';
import { partyRow } from './contact.ts';
import { day, stamps, text } from './values.ts';

export const companyRow = z.object({
  ...stamps,
  'currency.': z.object({ code: text }),
  'party.': partyRow.omit({ active: true, replaced_by: true }),
  /** Put in by the connector: the year that is running. */
  fiscal_year: z.object({ start_date: day }).nullable(),
});
