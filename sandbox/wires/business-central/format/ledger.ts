import type { Book } from '../../../state/book.ts';
import { accountOfCode, baseCurrency, currencyOf } from '../../../state/lookups.ts';
import { fromMinor, times, toMinor } from '../../../state/money.ts';
import type { BillPayment, Payment } from '../../../state/records/money.ts';
import type { Bill, Invoice } from '../../../state/records/trade.ts';
import { Decimal } from '../decimal.ts';
import { guidOf } from '../guids.ts';
import type { WireRow } from '../wire-row.ts';

const receivables = '1100';
const payables = '2100';
const salesTax = '2200';

/** What a posted document has in the general ledger, before amounts are in the currency of the books. */
interface Posting {
  documentType: 'Invoice' | 'Payment';
  documentNumber: string;
  on: string;
  modified: string;
  description: string;
  currencyId: number;
  rate: string;
  /** Debits are positive. */
  amounts: readonly { accountId: number; amount: string; isDebit: boolean }[];
}

/** How many entries of one document can be told apart by their numbers. */
const numbersEach = 250;

/** Every entry of the general ledger that invoices, bills and their payments have made; in local currency. */
export function generalLedgerEntries(book: Book): WireRow[] {
  const { invoices, bills, payments, bill_payments } = book.tables;
  const isPosted = (one: Invoice | Bill) => !['draft', 'cancelled'].includes(one.status);
  const live = <T extends { deleted: string | null }>(rows: T[]) => rows.filter((row) => row.deleted === null);
  const entries = <T extends { id: number }>(rows: T[], series: number, posting: (book: Book, one: T) => Posting) =>
    rows.flatMap((row) => entriesOf(book, posting(book, row), row.id * 4 * numbersEach + series * numbersEach));
  return [
    ...entries(live(invoices.all()).filter(isPosted), 0, invoicePosting),
    ...entries(live(bills.all()).filter(isPosted), 1, billPosting),
    ...entries(live(payments.all()), 2, paymentPosting),
    ...entries(live(bill_payments.all()), 3, billPaymentPosting),
  ];
}

function entriesOf(book: Book, posting: Posting, firstNumber: number): WireRow[] {
  return posting.amounts.map(({ accountId, amount, isDebit }, index) => {
    const local = new Decimal(inLocalCurrency(book, posting, amount));
    const nothing = new Decimal('0');
    return {
      id: guidOf(book, 'generalLedgerEntry', firstNumber + index),
      entryNumber: firstNumber + index,
      postingDate: posting.on,
      documentNumber: posting.documentNumber,
      documentType: posting.documentType,
      accountId: guidOf(book, 'account', accountId),
      accountNumber: book.tables.accounts.get(accountId)?.code ?? '',
      description: posting.description,
      debitAmount: isDebit ? local : nothing,
      creditAmount: isDebit ? nothing : local,
      lastModifiedDateTime: posting.modified,
    };
  });
}

function inLocalCurrency(book: Book, { currencyId, rate }: Posting, amount: string): string {
  const { decimals } = currencyOf(book, currencyId);
  const local = baseCurrency(book);
  if (currencyId === local.id) return amount;
  const scaled = times(toMinor(amount, decimals) * 10n ** BigInt(local.decimals), rate);
  const scale = 10n ** BigInt(decimals);
  return fromMinor((scaled + scale / 2n) / scale, local.decimals);
}

const invoicePosting = (book: Book, one: Invoice): Posting => ({
  ...documentPosting(one),
  amounts: [
    { accountId: accountOfCode(book, receivables), amount: one.total, isDebit: true },
    ...one.lines.map(({ accountId, net }) => ({ accountId, amount: net, isDebit: false })),
    { accountId: accountOfCode(book, salesTax), amount: one.tax, isDebit: false },
  ],
});

const billPosting = (book: Book, one: Bill): Posting => ({
  ...documentPosting(one),
  amounts: [
    { accountId: accountOfCode(book, payables), amount: one.total, isDebit: false },
    ...one.lines.map(({ accountId, net }) => ({ accountId, amount: net, isDebit: true })),
    { accountId: accountOfCode(book, salesTax), amount: one.tax, isDebit: true },
  ],
});

/** Posted once: payments move the document, not its entries. */
const documentPosting = (one: Invoice | Bill) => ({
  documentType: 'Invoice' as const,
  documentNumber: one.number,
  on: one.issuedOn,
  modified: one.created,
  description: `Invoice ${one.number}`,
  currencyId: one.currencyId,
  rate: one.rate,
});

const paymentPosting = (book: Book, one: Payment): Posting => ({
  ...settlementPosting(one, book.tables.invoices.get(one.invoiceId)?.number ?? ''),
  amounts: [
    { accountId: accountOfCode(book, receivables), amount: one.amount, isDebit: false },
    { accountId: one.accountId, amount: one.amount, isDebit: true },
  ],
});

const billPaymentPosting = (book: Book, one: BillPayment): Posting => ({
  ...settlementPosting(one, book.tables.bills.get(one.billId)?.number ?? ''),
  amounts: [
    { accountId: accountOfCode(book, payables), amount: one.amount, isDebit: true },
    { accountId: one.accountId, amount: one.amount, isDebit: false },
  ],
});

const settlementPosting = (one: Payment | BillPayment, paid: string) => ({
  documentType: 'Payment' as const,
  documentNumber: one.reference,
  on: one.paidOn,
  modified: one.modified,
  description: one.note ?? `Payment of Invoice ${paid}`,
  currencyId: one.currencyId,
  rate: one.rate,
});
