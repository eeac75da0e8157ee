import { z } from 'zod';
import { decimal, id, stamps, text } from './values.ts';

export const productRow = z.object({
  ...stamps,
  code: text,
  description: text,
  active: z.boolean(),
  cost_price: decimal.nullable(),
  'template.': z.object({
    ...stamps,
    name: text,
    code: text,
    active: z.boolean(),
    type: z.string(),
    consumable: z.boolean().nullable(),
    list_price: decimal.nullable(),
    /** Only where sales or purchases are managed. */
    salable: z.boolean().nullish(),
    purchasable: z.boolean().nullish(),
    'account_category.': z.object({ customer_taxes_used: z.array(id), supplier_taxes_used: z.array(id) }).nullable(),
  }),
  /** Put in by the connector: on what its category books. */
  accounts: z.object({ expense: id.nullable(), revenue: id.nullable() }).nullable(),
});
