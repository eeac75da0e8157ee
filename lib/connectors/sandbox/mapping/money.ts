import type { z } from 'zod';
import type { Canonical } from '../../../domain/records/registry.ts';
import { bankTransactionRow, billPaymentRow, expenseRow, journalRow, paymentRow } from '../rows/money.ts';
import { mapLines } from './trade.ts';
import { dayStart, ids, moment, read } from './values.ts';

export function mapPayment(raw: unknown): Canonical<'INVOICE_PAYMENT'> {
  const row = read(paymentRow, raw);
  return { ...ids(row), fields: { invoice_id: row.invoice_id, ...settlement(row) }, children: {} };
}

export function mapBillPayment(raw: unknown): Canonical<'BILL_PAYMENT'> {
  const row = read(billPaymentRow, raw);
  return { ...ids(row), fields: { bill_id: row.bill_id, ...settlement(row) }, children: {} };
}

const settlement = (row: Omit<z.infer<typeof paymentRow>, 'invoice_id'>) => ({
  account_id: row.account_id,
  credit_note_id: null,
  amount: row.amount,
  payment_mode: row.method,
  currency_id: row.currency_id,
  currency_rate: row.rate,
  memo: row.note,
  payment_date: dayStart(row.paid_on),
  contact_id: row.contact_id,
  document_number: row.reference,
  updated_at: moment(row.modified),
});

export function mapExpense(raw: unknown): Canonical<'EXPENSE'> {
  const row = read(expenseRow, raw);
  return {
    ...ids(row),
    fields: {
      account_id: row.account_id,
      contact_id: row.contact_id,
      currency_id: row.currency_id,
      currency_rate: row.rate,
      posted_date: dayStart(row.spent_on),
      total_amount: row.total,
      tax_amount: row.tax,
      status: expenseStatus.get(row.status) ?? 'unknown',
      memo: row.note,
      updated_at: moment(row.modified),
    },
    children: { line_items: mapLines(row) },
  };
}

export function mapBankTransaction(raw: unknown): Canonical<'BANK_TRANSACTION'> {
  const row = read(bankTransactionRow, raw);
  return {
    ...ids(row),
    fields: {
      contact_id: row.contact_id,
      account_id: row.account_id,
      from_account_id: row.from_account_id,
      to_account_id: row.to_account_id,
      currency_id: row.currency_id,
      amount: row.amount,
      type: transactionType.get(row.kind) ?? 'unknown',
      debit_or_credit: direction.get(row.direction) ?? 'unknown',
      status: transactionStatus.get(row.status) ?? 'unknown',
      currency_rate: row.rate,
      transaction_date: dayStart(row.booked_on),
      updated_at: moment(row.modified),
    },
    children: {},
  };
}

export function mapJournal(raw: unknown): Canonical<'JOURNAL_ENTRY'> {
  const row = read(journalRow, raw);
  const updated_at = moment(row.modified);
  return {
    ...ids(row),
    fields: {
      document_number: row.number,
      posted_date: dayStart(row.posted_on),
      currency_id: row.currency_id,
      currency_rate: row.rate,
      description: row.description,
      amount: row.amount,
      updated_at,
    },
    children: {
      journal_lines: row.lines.map((line) => ({
        platform_id: line.id,
        account_id: line.account_id,
        contact_id: line.contact_id,
        type: line.side,
        description: line.description,
        net_amount: line.net,
        tax_amount: line.tax,
        updated_at,
      })),
    },
  };
}

const expenseStatus = new Map<string, Canonical<'EXPENSE'>['fields']['status']>([
  ['draft', 'draft'],
  ['booked', 'paid'],
  ['cancelled', 'void'],
]);

/** As a statement shows it: credit is money that came in. */
const direction = new Map<string, Canonical<'BANK_TRANSACTION'>['fields']['debit_or_credit']>([
  ['in', 'credit'],
  ['out', 'debit'],
]);

const transactionType = new Map<string, Canonical<'BANK_TRANSACTION'>['fields']['type']>([
  ['deposit', 'deposit'],
  ['withdrawal', 'withdrawal'],
  ['transfer', 'transfer'],
]);

const transactionStatus = new Map<string, Canonical<'BANK_TRANSACTION'>['fields']['status']>([
  ['pending', 'pending'],
  ['posted', 'posted'],
  ['reconciled', 'reconciled'],
]);
