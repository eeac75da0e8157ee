import { z } from 'zod';
import { day, decimal, id, moment, stamps, text } from './values.ts';

/** A move line that pays an invoice, or gives back money on a credit note, which is one with a negative total. */
export const paymentRow = z.object({
  ...stamps,
  date: day.nullable(),
  debit: decimal,
  credit: decimal,
  account: id,
  party: id.nullable(),
  currency: id.nullable(),
  amount_second_currency: decimal.nullable(),
  second_currency: id.nullable(),
  'invoice_payment.': z.object({ id, party: id, total_amount: decimal }),
  'move.': z.object({
    id,
    number: text,
    description: text,
    write_date: moment.nullable(),
    'journal.': z.object({ name: text }).nullable(),
    'lines.': z.array(z.object({ account: id })),
  }),
});
