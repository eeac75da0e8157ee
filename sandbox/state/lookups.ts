import type { Book } from './book.ts';
import { LedgerError } from './ledger-error.ts';
import type { Currency } from './records/setup.ts';

/** The currency that a record is kept in. Throws LedgerError where it is not of this book. */
export function currencyOf(book: Book, currencyId: number): Currency {
  const currency = book.tables.currencies.live(currencyId);
  if (!currency)
    throw new LedgerError('unknown_reference', 'currency_id', 'currency_id names no currency of this book');
  return currency;
}

/** The currency that the books are kept in. */
export const baseCurrency = (book: Book): Currency =>
  book.tables.currencies.find((one) => one.base) ?? currencyOf(book, 1);

/** The account of a code of the chart; the first account where somebody took it away. */
export const accountOfCode = (book: Book, code: string): number =>
  book.tables.accounts.find((one) => one.code === code)?.id ?? 1;

/** The current account in a currency; the first account where there is none. */
export const bankAccountIn = (book: Book, currencyId: number): number =>
  book.tables.accounts.find((one) => one.group === 'bank' && one.currencyId === currencyId)?.id ?? 1;
