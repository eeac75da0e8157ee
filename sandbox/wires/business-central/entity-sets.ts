import type { Book, Model } from '../../state/book.ts';
import type { Contact } from '../../state/records/contact.ts';
import { customer, vendor } from './format/contact.ts';
import { generalLedgerEntries } from './format/ledger.ts';
import { account, companyInformation, currency, item } from './format/setup.ts';
import { purchaseInvoice, purchaseInvoiceLines, salesInvoice, salesInvoiceLines } from './format/trade.ts';
import { numberOfGuid } from './guids.ts';
import type { WireRow } from './wire-row.ts';

/** A collection of a company. */
export interface EntitySet {
  /** What the faults of a book call it. */
  model: Model;
  rows(book: Book): WireRow[];
  /** What `$expand` may bring with a record. */
  expand: Readonly<Record<string, (book: Book, id: string) => unknown[]>>;
}

const isCustomer = ({ kind }: Contact) => kind !== 'supplier';
const isVendor = ({ kind }: Contact) => kind !== 'customer';

const live = <T extends { deleted: string | null }>(rows: readonly T[]) => rows.filter((row) => row.deleted === null);

const nothing = {};

/** The collections that are read, by their names on the wire. */
export const entitySets: Readonly<Record<string, EntitySet>> = {
  companyInformation: {
    model: 'company',
    rows: (book) => live(book.tables.company.all()).map((one) => companyInformation(book, one)),
    expand: nothing,
  },
  currencies: {
    model: 'currencies',
    // The currency of the books is none of them: it stands in the company's information.
    rows: (book) => live(book.tables.currencies.all()).flatMap((one) => (one.base ? [] : [currency(book, one)])),
    expand: nothing,
  },
  accounts: {
    model: 'accounts',
    rows: (book) => live(book.tables.accounts.all()).map((one) => account(book, one)),
    expand: nothing,
  },
  items: {
    model: 'items',
    rows: (book) => live(book.tables.items.all()).map((one) => item(book, one)),
    expand: nothing,
  },
  customers: {
    model: 'contacts',
    rows: (book) =>
      live(book.tables.contacts.all())
        .filter(isCustomer)
        .map((one) => customer(book, one)),
    expand: nothing,
  },
  vendors: {
    model: 'contacts',
    rows: (book) =>
      live(book.tables.contacts.all())
        .filter(isVendor)
        .map((one) => vendor(book, one)),
    expand: nothing,
  },
  salesInvoices: {
    model: 'invoices',
    rows: (book) => live(book.tables.invoices.all()).map((one) => salesInvoice(book, one)),
    expand: {
      salesInvoiceLines: (book, id) => {
        const one = book.tables.invoices.live(numberOfGuid(book, 'salesInvoice', id) ?? 0);
        return one ? salesInvoiceLines(book, one) : [];
      },
    },
  },
  purchaseInvoices: {
    model: 'bills',
    rows: (book) => live(book.tables.bills.all()).map((one) => purchaseInvoice(book, one)),
    expand: {
      purchaseInvoiceLines: (book, id) => {
        const one = book.tables.bills.live(numberOfGuid(book, 'purchaseInvoice', id) ?? 0);
        return one ? purchaseInvoiceLines(book, one) : [];
      },
    },
  },
  generalLedgerEntries: { model: 'payments', rows: generalLedgerEntries, expand: nothing },
};

/** The fields that records have; null where there is no record to tell them by. */
export const fieldsOf = ([first]: readonly WireRow[]): string[] | null => (first ? Object.keys(first) : null);
