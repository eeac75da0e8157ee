import { z } from 'zod';
import { day, decimal, id, rate, stamps, text } from './values.ts';

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

const tax = { ...stamps, name: text, type: z.string(), rate: decimal.nullable() };

export const taxRow = z.object({
  ...tax,
  'group.': z.object({ kind: z.string() }).nullable(),
  'childs.': z.array(z.object({ ...tax, 'childs.': z.array(z.object(tax)) })),
});

export const moveRow = z.object({
  ...stamps,
  number: text,
  post_number: text,
  date: day,
  description: text,
  'company.': z.object({ currency: id }),
  'lines.': z.array(
    z.object({ id, account: id, party: id.nullable(), debit: decimal, credit: decimal, description: text }),
  ),
});
