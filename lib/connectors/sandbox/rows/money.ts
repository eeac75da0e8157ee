import { z } from 'zod';
import { tradeLines } from './trade.ts';
import { decimal, stamps } from './values.ts';

const settlement = {
  ...stamps,
  contact_id: z.string().nullable(),
  account_id: z.string().nullable(),
  currency_id: z.string(),
  rate: decimal,
  amount: decimal,
  paid_on: z.iso.date(),
  reference: z.string().nullable(),
  method: z.string().nullable(),
  note: z.string().nullable(),
};

export const paymentRow = z.object({ ...settlement, invoice_id: z.string() });
export const billPaymentRow = z.object({ ...settlement, bill_id: z.string() });

export const expenseRow = z.object({
  ...stamps,
  status: z.string(),
  account_id: z.string(),
  contact_id: z.string().nullable(),
  currency_id: z.string(),
  rate: decimal,
  spent_on: z.iso.date(),
  tax: decimal,
  total: decimal,
  note: z.string().nullable(),
  lines: tradeLines,
});

export const bankTransactionRow = z.object({
  ...stamps,
  direction: z.string(),
  kind: z.string(),
  status: z.string(),
  account_id: z.string(),
  from_account_id: z.string().nullable(),
  to_account_id: z.string().nullable(),
  contact_id: z.string().nullable(),
  currency_id: z.string(),
  rate: decimal,
  amount: decimal,
  booked_on: z.iso.date(),
});

export const journalRow = z.object({
  ...stamps,
  number: z.string(),
  posted_on: z.iso.date(),
  currency_id: z.string(),
  rate: decimal,
  description: z.string(),
  amount: decimal,
  lines: z.array(
    z.object({
      id: z.string(),
      side: z.enum(['debit', 'credit']),
      account_id: z.string(),
      contact_id: z.string().nullable(),
      description: z.string().nullable(),
      net: decimal,
      tax: decimal,
    }),
  ),
});
