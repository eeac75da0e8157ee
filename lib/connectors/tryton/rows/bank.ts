import { z } from 'zod';
import { day, decimal, id, stamps, text } from './values.ts';

export const bankAccountRow = z.object({
  ...stamps,
  currency: id.nullable(),
  'bank.': z.object({ 'party.': z.object({ name: text }) }).nullable(),
  'numbers.': z.array(z.object({ ...stamps, type: z.string(), number: text })),
  /** Put in by the connector: in which its statements are kept. */
  journals: z.array(
    z.object({
      name: text,
      currency: id,
      'account.': z.object({ id, balance: decimal, currency: id.nullable() }).nullable(),
    }),
  ),
});

export const statementLineRow = z.object({
  ...stamps,
  number: text,
  date: day.nullable(),
  amount: decimal,
  party: id.nullable(),
  account: id.nullable(),
  'company.': z.object({ currency: id }),
  'statement.': z.object({
    ...stamps,
    state: z.string(),
    'journal.': z.object({ account: id.nullable(), currency: id }),
  }),
});
