import { z } from 'zod';
import { decimal, id, rate, stamps, text } from './values.ts';

export const currencyRow = z.object({
  ...stamps,
  name: text,
  code: text,
  symbol: text,
  rate,
  /** Put in by the connector: what the company keeps its books in, and Tryton's rate of that. */
  company_currency: z.object({ id, rate: decimal }),
});

export const accountRow = z.object({
  ...stamps,
  name: text,
  code: text,
  note: text,
  active: z.boolean(),
  balance: decimal,
  currency: id.nullable(),
  parent: id.nullable(),
  'type.': z
    .object({
      name: text,
      statement: text,
      assets: z.boolean().nullable(),
      receivable: z.boolean().nullable(),
      stock: z.boolean().nullable(),
      payable: z.boolean().nullable(),
      debt: z.boolean().nullable(),
      revenue: z.boolean().nullable(),
      expense: z.boolean().nullable(),
    })
    .nullable(),
});
