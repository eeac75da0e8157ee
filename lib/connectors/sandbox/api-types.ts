import { z } from 'zod';

/** The sandbox's wire as it is documented in sandbox/README.md. Fields that it may add later are let through. */

export const tokenAnswer = z.object({
  access_token: z.string().min(1),
  book_id: z.string().min(1),
  book_name: z.string().min(1),
  base_currency: z.string().length(3),
});
export type TokenAnswer = z.infer<typeof tokenAnswer>;

/** A page. Its records stay unparsed: one that can't be read must not cost the others. */
export const listAnswer = z.object({
  data: z.array(z.unknown()),
  next_cursor: z.string().min(1).nullable(),
});

export const errorAnswer = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    /** Of a body, dotted where it is an inner one. */
    field: z.string().optional(),
    /** The id of the record that stands in the way. */
    record: z.string().min(1).optional(),
  }),
});

/** A record that was made or changed; whoever wants all of it reads it again. */
export const writtenAnswer = z.object({ id: z.string().min(1) });

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'is not a decimal number');
const stamps = { id: z.string().min(1), modified: z.iso.datetime() };

export const currencyRecord = z.object({
  ...stamps,
  code: z.string().length(3),
  name: z.string(),
  symbol: z.string().nullable(),
  rate: decimal,
  base: z.boolean(),
});

export const accountRecord = z.object({
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

export const contactRecord = z.object({
  ...stamps,
  name: z.string(),
  person: z.string().nullable(),
  kind: z.string(),
  status: z.string(),
  currency_id: z.string(),
  tax_number: z.string().nullable(),
  registration_number: z.string().nullable(),
  emails: z.array(z.object({ id: z.string(), address: z.string() })),
  websites: z.array(z.object({ id: z.string(), url: z.string() })),
  phones: z.array(z.object({ id: z.string(), kind: z.string(), number: z.string() })),
  addresses: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      street: z.string().nullable(),
      district: z.string().nullable(),
      city: z.string().nullable(),
      region: z.string().nullable(),
      country: z.string().nullable(),
      postcode: z.string().nullable(),
    }),
  ),
});

export const invoiceRecord = z.object({
  ...stamps,
  number: z.string(),
  status: z.string(),
  contact_id: z.string(),
  currency_id: z.string(),
  rate: decimal,
  issued_on: z.iso.date(),
  due_on: z.iso.date().nullable(),
  subtotal: decimal,
  discount: decimal,
  tax: decimal,
  total: decimal,
  balance: decimal,
  note: z.string().nullable(),
  lines: z.array(
    z.object({
      id: z.string(),
      description: z.string().nullable(),
      quantity: decimal,
      unit_price: decimal,
      discount: decimal,
      net: decimal,
      tax: decimal,
      total: decimal,
      account_id: z.string().nullable(),
    }),
  ),
});

export const paymentRecord = z.object({
  ...stamps,
  invoice_id: z.string(),
  contact_id: z.string().nullable(),
  account_id: z.string().nullable(),
  currency_id: z.string(),
  rate: decimal,
  amount: decimal,
  paid_on: z.iso.date(),
  reference: z.string().nullable(),
  method: z.string().nullable(),
  note: z.string().nullable(),
});
