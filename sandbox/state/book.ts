import type { Fault } from '../faults.ts';
import { Table } from './table.ts';

/** The kinds of records a book holds, in the order in which one refers to the other. */
export const models = ['currencies', 'accounts', 'contacts', 'invoices', 'payments'] as const;
export type Model = (typeof models)[number];

/** What every record has: its number within the book and model, and stamps as ISO 8601 with milliseconds, UTC. */
export interface Stamped {
  id: number;
  created: string;
  modified: string;
  /** Set on a record that was deleted; it stays as a tombstone. */
  deleted: string | null;
}

export interface Currency extends Stamped {
  code: string;
  name: string;
  symbol: string;
  /** Digits after the point: 0 for JPY, 3 for KWD. */
  decimals: number;
  /** Units of the book's base currency for one unit of this one, a decimal string. */
  rate: string;
  base: boolean;
}

export type AccountClass = 'asset' | 'bank' | 'liability' | 'equity' | 'income' | 'expense';

export interface Account extends Stamped {
  code: string;
  name: string;
  description: string | null;
  class: AccountClass;
  group: string;
  active: boolean;
  balance: string;
  currencyId: number;
  parentId: number | null;
}

export interface Phone {
  kind: 'office' | 'mobile' | 'fax';
  number: string;
}

export interface Address {
  kind: 'billing' | 'delivery';
  street: string;
  district: string | null;
  city: string;
  region: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string;
  postcode: string | null;
}

export interface Contact extends Stamped {
  /** A name that another system gave it, unique among the contacts of a book. */
  externalId: string | null;
  name: string;
  person: string | null;
  kind: 'customer' | 'supplier' | 'both';
  status: 'active' | 'inactive' | 'blocked' | 'archived';
  currencyId: number;
  taxNumber: string | null;
  registrationNumber: string | null;
  emails: string[];
  websites: string[];
  phones: Phone[];
  addresses: Address[];
}

export interface InvoiceLine {
  description: string;
  /** Decimal string, at most four digits after the point. */
  quantity: string;
  unitPrice: string;
  discount: string;
  /** Percent, a decimal string. */
  taxRate: string;
  net: string;
  tax: string;
  total: string;
  accountId: number;
}

export type InvoiceStatus = 'draft' | 'issued' | 'part_paid' | 'settled' | 'overdue' | 'cancelled';

export interface Invoice extends Stamped {
  number: string;
  status: InvoiceStatus;
  contactId: number;
  currencyId: number;
  rate: string;
  /** Plain dates, YYYY-MM-DD. */
  issuedOn: string;
  dueOn: string;
  subtotal: string;
  discount: string;
  tax: string;
  total: string;
  balance: string;
  note: string | null;
  lines: InvoiceLine[];
}

export interface Payment extends Stamped {
  /** A name that another system gave it, unique among the payments of a book. */
  externalId: string | null;
  invoiceId: number;
  contactId: number;
  accountId: number;
  currencyId: number;
  rate: string;
  amount: string;
  paidOn: string;
  reference: string;
  method: 'transfer' | 'card' | 'cash' | 'direct_debit' | 'cheque';
  note: string | null;
}

export interface Records {
  currencies: Currency;
  accounts: Account;
  contacts: Contact;
  invoices: Invoice;
  payments: Payment;
}
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
  tables: Tables;
}

/** Rows as stored or generated, made into tables that keep the reading order. */
export function tablesOf(rows: Rows): Tables {
  return {
    currencies: new Table(rows.currencies),
    accounts: new Table(rows.accounts),
    contacts: new Table(rows.contacts),
    invoices: new Table(rows.invoices),
    payments: new Table(rows.payments),
  };
}

/** The other way: plain rows of every table, for the state file. */
export function rowsOf(tables: Tables): Rows {
  return {
    currencies: tables.currencies.all(),
    accounts: tables.accounts.all(),
    contacts: tables.contacts.all(),
    invoices: tables.invoices.all(),
    payments: tables.payments.all(),
  };
}
