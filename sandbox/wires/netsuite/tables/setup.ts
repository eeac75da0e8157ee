import type { Book } from '../../../state/book.ts';
import { baseCurrency } from '../../../state/lookups.ts';
import type { Account, Currency, Item } from '../../../state/records/setup.ts';
import type { Table } from '../suiteql/scope.ts';
import { wallTime } from '../zone.ts';
import { live } from './live.ts';
import { flag, number } from './values.ts';

export const currencyTable = (book: Book): Table => ({
  rows: () => live(book, 'currencies'),
  columns: {
    id: (row: Currency) => row.id,
    name: (row: Currency) => row.name,
    symbol: (row: Currency) => row.code,
    displaysymbol: (row: Currency) => row.symbol,
    exchangerate: (row: Currency) => number(row.rate),
    currencyprecision: (row: Currency) => row.decimals,
    isbasecurrency: (row: Currency) => flag(row.base),
    isinactive: () => 'F',
    lastmodifieddate: (row: Currency) => wallTime(row.modified),
  },
});

/** Every account here has one subsidiary, the company itself. */
export const subsidiaryId = 1;

export const subsidiaryTable = (book: Book): Table => ({
  rows: () => live(book, 'company').slice(0, 1),
  columns: {
    id: () => subsidiaryId,
    name: () => book.name,
    parent: () => null,
    currency: () => baseCurrency(book).id,
    isinactive: () => 'F',
  },
});

export const accountTable = (book: Book): Table => ({
  rows: () => live(book, 'accounts'),
  columns: {
    id: (row: Account) => row.id,
    acctnumber: (row: Account) => row.code,
    accountsearchdisplayname: (row: Account) => row.name,
    accttype: accountType,
    description: (row: Account) => row.description,
    balance: (row: Account) => number(row.balance),
    currency: (row: Account) => row.currencyId,
    parent: (row: Account) => row.parentId,
    isinactive: (row: Account) => flag(!row.active),
    lastmodifieddate: (row: Account) => wallTime(row.modified),
  },
});

/** The account type of this platform, which a receivable or payable account has of its own. */
export function accountType({ class: kind, group }: Account): string {
  return typesOfGroup[group] ?? typesOfClass[kind];
}

const typesOfGroup: Readonly<Record<string, string>> = {
  receivables: 'AcctRec',
  payables: 'AcctPay',
  fixed_assets: 'FixedAsset',
  long_term_liabilities: 'LongTermLiab',
  other_income: 'OthIncome',
  cost_of_sales: 'COGS',
};
const typesOfClass: Record<Account['class'], string> = {
  asset: 'OthCurrAsset',
  bank: 'Bank',
  liability: 'OthCurrLiab',
  equity: 'Equity',
  income: 'Income',
  expense: 'Expense',
};

export const itemTable = (book: Book): Table => ({
  rows: () => live(book, 'items'),
  columns: {
    id: (row: Item) => row.id,
    itemid: (row: Item) => row.code,
    displayname: (row: Item) => row.name,
    description: (row: Item) => row.description,
    itemtype: (row: Item) => itemTypes[row.kind],
    subtype: (row: Item) => (row.sale && row.purchase ? 'Resale' : row.sale ? 'Sale' : 'Purchase'),
    totalquantityonhand: (row: Item) => row.onHand && number(row.onHand),
    purchasedescription: (row: Item) => row.purchase?.description ?? null,
    cost: (row: Item) => (row.purchase ? number(row.purchase.unitPrice) : null),
    incomeaccount: (row: Item) => row.sale?.accountId ?? null,
    expenseaccount: (row: Item) => row.purchase?.accountId ?? null,
    isinactive: (row: Item) => flag(!row.active),
    lastmodifieddate: (row: Item) => wallTime(row.modified),
  },
});

const itemTypes: Record<Item['kind'], string> = { stock: 'InvtPart', non_stock: 'NonInvtPart', service: 'Service' };

/** Sales prices: one a sold item, of the base price level. */
export const pricingTable = (book: Book): Table => ({
  rows: () => live(book, 'items').filter((item) => item.sale !== null),
  columns: {
    item: (row: Item) => row.id,
    pricelevel: () => 1,
    currency: () => baseCurrency(book).id,
    quantity: () => 0,
    unitprice: (row: Item) => (row.sale ? number(row.sale.unitPrice) : null),
  },
});

/** The first account of a type; the first of all where there is none. */
export const accountOfType = (book: Book, type: string): number =>
  book.tables.accounts.find((account) => accountType(account) === type)?.id ?? 1;
