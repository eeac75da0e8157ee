import { z } from 'zod';
import { day, decimal, id, stamps, text } from './values.ts';

export const invoiceRow = z.object({
  ...stamps,
  number: text,
  state: z.string(),
  party: id,
  currency: id,
  'company.': z.object({ currency: id }),
  invoice_date: day.nullable(),
  description: text,
  comment: text,
  /** A supplier's own number. */
  reference: text,
  untaxed_amount: decimal,
  tax_amount: decimal,
  total_amount: decimal,
  amount_to_pay: decimal,
  /** What its booking expects to come in, a line an instalment. */
  'lines_to_pay.': z.array(
    z.object({
      maturity_date: day.nullable(),
      debit: decimal,
      credit: decimal,
      amount_second_currency: decimal.nullable(),
      second_currency: id.nullable(),
    }),
  ),
  'lines.': z.array(
    z.object({
      ...stamps,
      type: z.string(),
      description: text,
      quantity: z.number().nullable(),
      unit_price: decimal.nullable(),
      amount: decimal.nullable(),
      account: id.nullable(),
      product: id.nullable(),
      taxes: z.array(id),
    }),
  ),
});

/** An invoice with a negative total, and the invoices that it credits. */
export const creditNoteRow = invoiceRow.extend({ credited_invoices: z.array(id) });
