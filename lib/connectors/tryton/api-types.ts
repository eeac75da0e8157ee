import { z } from 'zod';
import { day, decimal, id, moment, rate, stamps, text } from './rows/values.ts';

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

export const companyAnswer = z
  .array(
    z.object({
      id,
      create_date: moment.nullable(),
      'party.': z.object({ id, name: text }),
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

export const dayAnswer = day;

export const stampsAnswer = z.array(z.object(stamps));

/** A row that Tryton would not give, in its words; stands in the row's place. */
export const refusedRow = z.object({ id, refused: z.string() });

/** Where a product is booked follows from its accounting category. */
export const categoriesAnswer = z.array(
  z.object({
    id,
    parent: id.nullable(),
    account_parent: z.boolean().nullable(),
    account_expense: id.nullable(),
    account_revenue: id.nullable(),
  }),
);

export const templateCategory = z.object({
  'template.': z.object({ 'account_category.': z.object({ id }).nullable() }),
});

/** What an invoice line was made from: `account.invoice.line,7` where it credits another. */
export const originsRow = z.object({ 'lines.': z.array(z.object({ origin: z.string().nullable() })) });

export const lineInvoicesAnswer = z.array(z.object({ id, invoice: id.nullable() }));

export const statementJournalsAnswer = z.array(
  z.object({
    id,
    name: text,
    bank_account: id.nullable(),
    currency: id,
    'account.': z.object({ id, balance: decimal, currency: id.nullable() }).nullable(),
  }),
);
