import { z } from 'zod';

/**
 * What is read of Tryton's answers, after decoding (wire-values.ts). Fields that are not listed are let through. A
 * name that ends in a dot holds what was read of the records behind a field: `addresses.` behind `addresses`.
 */

/** `result` may be null, but it is there. */
export const rpcAnswer = z.union([
  z.object({ error: z.array(z.unknown()).min(1) }),
  z.object({ result: z.unknown() }).refine((answer) => 'result' in answer),
]);

export const signInAnswer = z.tuple([z.int(), z.string().min(1)]);

/** `company` is absent or null for a user without one. */
export const preferencesAnswer = z.object({
  company: z.int().nullish(),
  companies: z.array(z.int()).nullish(),
  /** `all` shows the rows of all its companies, otherwise those of the current one alone. */
  company_filter: z.string().nullish(),
  language: z.string().nullish(),
});

const id = z.int();
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'is not a decimal number');
/** A currency without a rate has a bare 0. */
const rate = z.union([decimal, z.literal(0).transform(() => '0')]);
const day = z.iso.date();
const moment = z.iso.datetime({ precision: 6 });
const text = z
  .string()
  .nullable()
  .transform((value) => value || null);
/** `write_date` stays null until the first edit. */
const stamps = { id, create_date: moment.nullable(), write_date: moment.nullable() };

export const companyAnswer = z
  .array(
    z.object({
      id,
      create_date: moment.nullable(),
      'party.': z.object({ name: text }),
      'currency.': z.object({ id, code: z.string(), rate }),
    }),
  )
  .max(1);

/** Rights by model; 0 and 1 stand for booleans where a rule says so. */
export const accessAnswer = z.record(z.string(), z.object({ read: z.union([z.boolean(), z.number(), z.null()]) }));

export const modelsAnswer = z.array(z.object({ model: z.string() }));

export const fieldsAnswer = z.record(z.string(), z.unknown());

/** A page. Rows stay unparsed: one that can't be read must not cost the others. */
export const rowsAnswer = z.array(z.looseObject({ id }));
export type Row = z.infer<typeof rowsAnswer>[number];

export const idsAnswer = z.array(id);

export const stampsAnswer = z.array(z.object(stamps));

/** A row that Tryton would not give, in its words; stands in the row's place. */
export const refusedRow = z.object({ id, refused: z.string() });

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

export const partyRow = z.object({
  ...stamps,
  name: text,
  code: text,
  active: z.boolean(),
  replaced_by: id.nullable(),
  tax_identifier: id.nullable(),
  'identifiers.': z.array(z.object({ ...stamps, code: text })),
  'contact_mechanisms.': z.array(z.object({ ...stamps, active: z.boolean(), type: z.string(), value: text })),
  'addresses.': z.array(
    z.object({
      ...stamps,
      active: z.boolean(),
      name: text,
      street: text,
      city: text,
      postal_code: text,
      invoice: z.boolean().nullish(),
      /** Only where stock is managed. */
      delivery: z.boolean().nullish(),
      'country.': z.object({ code: text }).nullable(),
      'subdivision.': z.object({ name: text }).nullable(),
    }),
  ),
});

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

/** A move line that pays an invoice. */
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
  'invoice_payment.': z.object({ id, party: id }),
  'move.': z.object({
    id,
    number: text,
    description: text,
    write_date: moment.nullable(),
    'journal.': z.object({ name: text }).nullable(),
    'lines.': z.array(z.object({ account: id })),
  }),
});
