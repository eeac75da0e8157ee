import { z } from 'zod';
import { day, decimal, origin, stamps } from './values.ts';

/** An entry of the general ledger that a payment has made on the account of those who owe, or are owed. */
export const paymentEntryRow = z.object({
  ...stamps,
  ...origin,
  postingDate: day,
  documentNumber: z.string(),
  description: z.string(),
  debitAmount: decimal,
  creditAmount: decimal,
  /** The invoice that the description names, where there is one. */
  '@document': z.object({ id: z.string(), contactId: z.string().nullable() }).nullable(),
});
