import type { BankTransaction, BillPayment, Expense, Journal, Payment } from '../../../state/records/money.ts';
import { wireId } from '../ids.ts';
import { idOrNull } from './references.ts';
import { tradeLines } from './trade.ts';

export const payment = (one: Payment) => ({
  // A state file of before there were any has none.
  external_id: one.externalId ?? null,
  invoice_id: wireId('invoices', one.invoiceId),
  ...settlement(one),
});

export const billPayment = (one: BillPayment) => ({ bill_id: wireId('bills', one.billId), ...settlement(one) });

const settlement = (one: Payment | BillPayment) => ({
  contact_id: wireId('contacts', one.contactId),
  account_id: wireId('accounts', one.accountId),
  currency_id: wireId('currencies', one.currencyId),
  rate: one.rate,
  amount: one.amount,
  paid_on: one.paidOn,
  reference: one.reference,
  method: one.method,
  note: one.note,
});

export const expense = (one: Expense) => ({
  status: one.status,
  account_id: wireId('accounts', one.accountId),
  contact_id: idOrNull('contacts', one.contactId),
  currency_id: wireId('currencies', one.currencyId),
  rate: one.rate,
  spent_on: one.spentOn,
  subtotal: one.subtotal,
  discount: one.discount,
  tax: one.tax,
  total: one.total,
  note: one.note,
  lines: tradeLines(wireId('expenses', one.id), one.lines),
});

export const bankTransaction = (one: BankTransaction) => ({
  bank_account_id: wireId('bank_accounts', one.bankAccountId),
  direction: one.direction,
  kind: one.kind,
  status: one.status,
  account_id: wireId('accounts', one.accountId),
  from_account_id: idOrNull('accounts', one.fromAccountId),
  to_account_id: idOrNull('accounts', one.toAccountId),
  contact_id: idOrNull('contacts', one.contactId),
  currency_id: wireId('currencies', one.currencyId),
  rate: one.rate,
  amount: one.amount,
  booked_on: one.bookedOn,
  text: one.text,
});

export const journal = (one: Journal) => ({
  number: one.number,
  posted_on: one.postedOn,
  currency_id: wireId('currencies', one.currencyId),
  rate: one.rate,
  description: one.description,
  amount: one.amount,
  lines: one.lines.map((line, index) => ({
    id: `${wireId('journals', one.id)}.${index + 1}`,
    side: line.side,
    account_id: wireId('accounts', line.accountId),
    contact_id: idOrNull('contacts', line.contactId),
    description: line.description,
    net: line.net,
    tax: line.tax,
  })),
});
