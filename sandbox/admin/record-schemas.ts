import { z } from 'zod';

const text = z.string().min(1).max(500);
const day = z.iso.date();
/** A decimal string without sign, at most four digits after the point. */
const decimal = z.string().regex(/^\d{1,18}(\.\d{1,4})?$/, 'must be a decimal string');

export const currencySchema = z.strictObject({
  code: z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters'),
  name: text.optional(),
  symbol: text.optional(),
  decimals: z.int().min(0).max(4).optional(),
  rate: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,9})?$/, 'must be a decimal string')
    .optional(),
});

export const accountSchema = z.strictObject({
  code: text,
  name: text,
  description: text.nullable().optional(),
  class: z.enum(['asset', 'bank', 'liability', 'equity', 'income', 'expense']).optional(),
  group: text.optional(),
  active: z.boolean().optional(),
  balance: decimal.optional(),
  currency_id: text.optional(),
  parent_id: text.nullable().optional(),
});

export const contactSchema = z.strictObject({
  name: text,
  person: text.nullable().optional(),
  kind: z.enum(['customer', 'supplier', 'both']).optional(),
  status: z.enum(['active', 'inactive', 'blocked', 'archived']).optional(),
  currency_id: text.optional(),
  tax_number: text.nullable().optional(),
  registration_number: text.nullable().optional(),
  emails: z.array(text).max(20).optional(),
  websites: z.array(text).max(20).optional(),
  phones: z
    .array(z.strictObject({ kind: z.enum(['office', 'mobile', 'fax']), number: text }))
    .max(20)
    .optional(),
  addresses: z
    .array(
      z.strictObject({
        kind: z.enum(['billing', 'delivery']),
        street: text,
        district: text.nullable().default(null),
        city: text,
        region: text.nullable().default(null),
        country: z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters'),
        postcode: text.nullable().default(null),
      }),
    )
    .max(20)
    .optional(),
});

export const invoiceSchema = z.strictObject({
  contact_id: text,
  number: text.optional(),
  /** The others follow from payments and dates. */
  status: z.enum(['draft', 'issued', 'cancelled']).optional(),
  currency_id: text.optional(),
  issued_on: day.optional(),
  due_on: day.optional(),
  note: text.nullable().optional(),
  lines: z
    .array(
      z.strictObject({
        description: text,
        quantity: decimal.default('1'),
        unit_price: decimal,
        discount: decimal.default('0'),
        tax_rate: decimal.default('0'),
        account_id: text.optional(),
      }),
    )
    .min(1)
    .max(200),
});

export const paymentSchema = z.strictObject({
  invoice_id: text,
  amount: decimal,
  account_id: text.optional(),
  paid_on: day.optional(),
  reference: text.optional(),
  method: z.enum(['transfer', 'card', 'cash', 'direct_debit', 'cheque']).optional(),
  note: text.nullable().optional(),
});
