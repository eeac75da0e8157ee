import type { Book } from '../../../state/book.ts';
import { accountOfCode } from '../../../state/lookups.ts';
import type { TradeLine } from '../../../state/records/trade.ts';
import type { Table } from '../suiteql/scope.ts';
import {
  idOf,
  isOutgoing,
  mainAccount,
  type TransactionRow,
  totalOf,
  transactionRows,
  transactionsOf,
} from './transactions.ts';
import { flag, negative, number } from './values.ts';

/**
 * A line of a transaction as it is booked: first the main one, then those that somebody entered, a discount being a line
 * of its own, then the tax. What is sold, and its quantity, has the other sign.
 */
interface LineRow {
  transaction: TransactionRow;
  id: number;
  kind: 'main' | 'entered' | 'discount' | 'tax';
  amount: string;
  account: number;
  line: TradeLine | null;
}

function linesOf(book: Book, transaction: TransactionRow): LineRow[] {
  const main: Omit<LineRow, 'id'> = {
    transaction,
    kind: 'main',
    amount: totalOf(transaction),
    account: mainAccount(book, transaction),
    line: null,
  };
  if (transaction.model === 'payments' || transaction.model === 'bill_payments') return [{ ...main, id: 0 }];
  const { lines, tax } = transaction.record;
  const booked = (amount: string) => (isOutgoing(transaction) ? number(amount) : negative(amount));
  const entered = lines.flatMap((line): Omit<LineRow, 'id'>[] => {
    const one = { transaction, account: line.accountId, line };
    const gross: Omit<LineRow, 'id'> = { ...one, kind: 'entered', amount: booked(sum(line.net, line.discount)) };
    if (/^[0.]*$/.test(line.discount)) return [gross];
    return [gross, { ...one, kind: 'discount', amount: booked(negative(line.discount)) }];
  });
  const taxes: Omit<LineRow, 'id'>[] = /^[0.]*$/.test(tax)
    ? []
    : [{ transaction, kind: 'tax', amount: booked(tax), account: accountOfCode(book, '2200'), line: null }];
  return [main, ...entered, ...taxes].map((row, id) => ({ ...row, id }));
}

/** Of two amounts with the same digits after the point. */
function sum(a: string, b: string): string {
  const places = Math.max(...[a, b].map((text) => text.split('.')[1]?.length ?? 0));
  const units = (text: string) => {
    const [whole = '0', fraction = ''] = text.split('.');
    return BigInt(whole + fraction.padEnd(places, '0'));
  };
  const digits = (units(a) + units(b)).toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

const lines = (book: Book): Pick<Table, 'rows' | 'found'> => {
  const of = (transactions: TransactionRow[]) => transactions.flatMap((transaction) => linesOf(book, transaction));
  return {
    rows: () => of(transactionRows(book)),
    found: { column: 'transaction', rows: (ids) => of(transactionsOf(book, ids)) },
  };
};

export const transactionLineTable = (book: Book): Table => ({
  ...lines(book),
  columns: {
    transaction: (row: LineRow) => idOf(row.transaction),
    id: (row: LineRow) => row.id,
    linesequencenumber: (row: LineRow) => row.id,
    mainline: (row: LineRow) => flag(row.kind === 'main'),
    taxline: (row: LineRow) => flag(row.kind === 'tax'),
    iscogs: () => 'F',
    item: (row: LineRow) => (row.kind === 'entered' ? (row.line?.itemId ?? null) : null),
    itemtype: (row: LineRow) => itemTypes[row.kind],
    memo: (row: LineRow) => row.line?.description ?? null,
    quantity: quantityOf,
    rate: (row: LineRow) => (row.kind === 'entered' && row.line ? number(row.line.unitPrice) : null),
    foreignamount: (row: LineRow) => row.amount,
  },
});

const itemTypes: Record<LineRow['kind'], string | null> = {
  main: null,
  entered: 'NonInvtPart',
  discount: 'Discount',
  tax: 'TaxItem',
};

function quantityOf(row: LineRow): string | null {
  if (row.kind !== 'entered' || !row.line) return null;
  return isOutgoing(row.transaction) ? number(row.line.quantity) : negative(row.line.quantity);
}

/** What a line is booked on, in the primary book. */
export const accountingLineTable = (book: Book): Table => ({
  ...lines(book),
  columns: {
    transaction: (row: LineRow) => idOf(row.transaction),
    transactionline: (row: LineRow) => row.id,
    accountingbook: () => 1,
    account: (row: LineRow) => row.account,
  },
});
