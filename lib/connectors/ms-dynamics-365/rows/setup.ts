import { z } from 'zod';
import { decimal, origin, stamps, text } from './values.ts';

export const currencyRow = z.object({
  ...stamps,
  ...origin,
  code: z.string().min(1),
  displayName: z.string(),
  symbol: text,
});

/** Where the currency of the books stands, which is none of the currencies. */
export const localCurrencyRow = z.object({ ...stamps, ...origin, currencyCode: z.string().min(1) });

export const accountRow = z.object({
  ...stamps,
  ...origin,
  number: z.string(),
  displayName: z.string(),
  category: z.string(),
  subCategory: text,
  blocked: z.boolean(),
  netChange: decimal,
});

export const itemRow = z.object({
  ...stamps,
  ...origin,
  number: z.string(),
  displayName: z.string(),
  type: z.string(),
  blocked: z.boolean(),
  inventory: decimal,
  unitPrice: decimal,
  unitCost: decimal,
});
