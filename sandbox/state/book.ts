import type { Fault } from '../faults.ts';
import type { Company, Contact } from './records/contact.ts';
import type { BankTransaction, BillPayment, Expense, Journal, Payment } from './records/money.ts';
import type { PaymentLine } from './records/payment-line.ts';
import type { Account, BankAccount, Currency, Dimension, Item, TaxRate } from './records/setup.ts';
import type { Bill, CreditNote, Invoice, Order, SupplierCredit } from './records/trade.ts';
import { Table } from './table.ts';

export interface Records {
  company: Company;
  currencies: Currency;
  accounts: Account;
  tax_rates: TaxRate;
  dimensions: Dimension;
  items: Item;
  contacts: Contact;
  bank_accounts: BankAccount;
  sales_orders: Order;
  purchase_orders: Order;
  invoices: Invoice;
  bills: Bill;
  credit_notes: CreditNote;
  supplier_credits: SupplierCredit;
  payments: Payment;
  bill_payments: BillPayment;
  expenses: Expense;
  bank_transactions: BankTransaction;
  journals: Journal;
}
export type Model = keyof Records;

/** The kinds of records a book holds, in the order in which one refers to the other. */
export const models = [
  'company',
  'currencies',
  'accounts',
  'tax_rates',
  'dimensions',
  'items',
  'contacts',
  'bank_accounts',
  'sales_orders',
  'purchase_orders',
  'invoices',
  'bills',
  'credit_notes',
  'supplier_credits',
  'payments',
  'bill_payments',
  'expenses',
  'bank_transactions',
  'journals',
] as const satisfies readonly Model[];

export type Tables = { [M in Model]: Table<Records[M]> };
export type Rows = { [M in Model]: Records[M][] };

/** One company's books, reached by its own client id and secret. */
export interface Book {
  id: string;
  name: string;
  baseCurrency: string;
  clientId: string;
  clientSecret: string;
  /** An ephemeral book is not written to the state file; for benchmarks and short tests. */
  ephemeral: boolean;
  faults: Fault[];
  /** Payments entered and not booked; a file of before there were any has none. */
  paymentLines?: PaymentLine[];
  /** The number of the last such payment, also when it is gone. */
  lastPaymentLine?: number;
  tables: Tables;
}

/** Rows as stored or generated, made into tables that keep the reading order. A file of before a model has no rows of it. */
export const tablesOf = (rows: Partial<Rows>): Tables =>
  ofEachModel((model) => new Table<Records[Model]>(rows[model] ?? [])) as unknown as Tables;

/** The other way: plain rows of every table, for the state file. */
export const rowsOf = (tables: Tables): Rows => ofEachModel((model) => tables[model].all()) as unknown as Rows;

const ofEachModel = <T>(make: (model: Model) => T): Record<Model, T> =>
  Object.fromEntries(models.map((model) => [model, make(model)])) as Record<Model, T>;
