import { z } from 'zod';
import { decimal, stamps } from './values.ts';

export const currencyRow = z.object({
  ...stamps,
  code: z.string().length(3),
  name: z.string(),
  symbol: z.string().nullable(),
  rate: decimal,
  base: z.boolean(),
});

export const accountRow = z.object({
  ...stamps,
  code: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  class: z.string(),
  group: z.string().nullable(),
  active: z.boolean(),
  balance: decimal,
  currency_id: z.string(),
  parent_id: z.string().nullable(),
});

export const bankAccountRow = z.object({
  ...stamps,
  bank: z.string().nullable(),
  name: z.string(),
  number: z.string().nullable(),
  kind: z.string(),
  balance: decimal,
  currency_id: z.string(),
});

export const taxRateRow = z.object({
  ...stamps,
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  rate: decimal,
  effective: decimal,
  parts: z.array(z.object({ name: z.string(), rate: decimal, compound: z.boolean() })),
});

export const dimensionRow = z.object({
  ...stamps,
  code: z.string(),
  name: z.string(),
  active: z.boolean(),
  parent_id: z.string().nullable(),
});

const terms = z.object({
  description: z.string(),
  unit_price: decimal,
  account_id: z.string(),
  tax_rate_id: z.string().nullable(),
});

export const itemRow = z.object({
  ...stamps,
  code: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  kind: z.string(),
  active: z.boolean(),
  on_hand: decimal.nullable(),
  sale: terms.nullable(),
  purchase: terms.nullable(),
});
