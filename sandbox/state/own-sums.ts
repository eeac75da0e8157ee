import type { Book, Model, Records } from './book.ts';
import { ledgerAmount } from './ledger-amount.ts';
import { LedgerError } from './ledger-error.ts';
import { currencyOf } from './lookups.ts';
import { fromMinor, toMinor } from './money.ts';
import type { BankTransaction, Expense, Journal } from './records/money.ts';
import type { CreditNote, Order, SupplierCredit } from './records/trade.ts';
import { totalsOf } from './totals.ts';

/** A record with the sums that follow from its own lines. Throws LedgerError where they can't be. */
export function withOwnSums<M extends Model>(book: Book, model: M, record: Records[M]): Records[M] {
  // TypeScript does not narrow the record by its model.
  return (sums[model]?.(book, record as never) ?? record) as Records[M];
}

const sums: { [M in Model]?: (book: Book, record: Records[M]) => Records[M] } = {
  sales_orders: withBalance,
  purchase_orders: withBalance,
  credit_notes: withBalance,
  supplier_credits: withBalance,
  expenses: (book, expense): Expense => ({ ...expense, ...totalsOf(expense.lines, decimalsOf(book, expense)) }),
  bank_transactions: withAmount,
  journals: balanced,
};

const decimalsOf = (book: Book, { currencyId }: { currencyId: number }) => currencyOf(book, currencyId).decimals;

/** What is left of an order or a credit: nothing once it is done with, at most what it comes to. */
function withBalance<D extends Order | CreditNote | SupplierCredit>(book: Book, document: D): D {
  const decimals = decimalsOf(book, document);
  const totals = totalsOf(document.lines, decimals);
  const total = toMinor(totals.total, decimals);
  const before = toMinor(document.balance, decimals);
  const isDone = ['billed', 'refunded', 'cancelled'].includes(document.status);
  const isPart = ['part_billed', 'part_refunded'].includes(document.status) && before > 0n && before < total;
  return { ...document, ...totals, balance: fromMinor(isDone ? 0n : isPart ? before : total, decimals) };
}

function withAmount(book: Book, transaction: BankTransaction): BankTransaction {
  const decimals = decimalsOf(book, transaction);
  return { ...transaction, amount: fromMinor(ledgerAmount(transaction.amount, decimals, 'amount'), decimals) };
}

function balanced(book: Book, journal: Journal): Journal {
  const decimals = decimalsOf(book, journal);
  const amount = (text: string) => ledgerAmount(text, decimals, 'lines');
  const sum = (side: 'debit' | 'credit') =>
    journal.lines
      .filter((line) => line.side === side)
      .reduce((total, line) => total + amount(line.net) + amount(line.tax), 0n);
  const [debit, credit] = [sum('debit'), sum('credit')];
  if (debit !== credit) throw new LedgerError('not_allowed', 'lines', 'the debits of a journal must equal its credits');
  return { ...journal, amount: fromMinor(debit, decimals) };
}
