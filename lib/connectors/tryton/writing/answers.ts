import { z } from 'zod';
import { decimal, id, text } from '../rows/values.ts';

/** What is read of Tryton's answers when something is written; decoded (wire-values.ts). */

/** When a row was last written, as Tryton wants it back to notice that somebody else wrote it since. */
const stamp = z.string().nullable();

/** An invoice to be paid. */
export const payableAnswer = z
  .array(
    z.object({
      id,
      number: text,
      state: z.string(),
      party: id,
      account: id,
      total_amount: decimal,
      amount_to_pay: decimal,
      'currency.': z.object({ id, code: text, digits: z.int() }),
      _timestamp: stamp,
    }),
  )
  .max(1);
export type Payable = z.infer<typeof payableAnswer>[number];

export const methodsAnswer = z.array(
  z.object({
    id,
    name: text,
    debit_account: id,
    credit_account: id,
    'journal.': z.object({ id, name: text }),
    'debit_account.': z.object({ rec_name: text }),
    'credit_account.': z.object({ rec_name: text }),
  }),
);
export type PaymentMethod = z.infer<typeof methodsAnswer>[number];

export const periodsAnswer = z.array(z.object({ id, state: z.string() }));

/** A wizard's session, its first state and its last. */
export const wizardAnswer = z.tuple([id, z.string(), z.string()]);

/** An empty answer: the wizard has done what it is for. With a view it asks on. */
export const stepAnswer = z.object({
  view: z.object({ state: z.string(), defaults: z.record(z.string(), z.unknown()) }).optional(),
});

export const askedForm = z.object({
  lines_to_pay: z.array(id),
  lines: z.array(id),
  payment_lines: z.array(id),
  currency_writeoff: id,
  currency_digits_writeoff: z.int(),
});

/** A line of a move that a write made. */
export const markedAnswer = z.array(z.object({ id, move: id, invoice_payment: id.nullable() }));
export type MarkedLine = z.infer<typeof markedAnswer>[number];

export const companyPartyAnswer = z.tuple([z.object({ party: id })]);

/** Rights of the user by model; 0 and 1 stand for booleans where a rule says so. */
const right = z.union([z.boolean(), z.number(), z.null()]);
export const rightsAnswer = z.record(z.string(), z.object({ write: right, create: right, delete: right }));

export const nothing = z.unknown();
