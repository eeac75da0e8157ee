import type { Book } from '../../../state/book.ts';
import { bankAccountIn, currencyOf } from '../../../state/lookups.ts';
import { fromMinor, toMinor } from '../../../state/money.ts';
import type { BillPayment, Payment } from '../../../state/records/money.ts';
import type { Bill, Invoice } from '../../../state/records/trade.ts';
import { documentId, type TransactionModel, transactionId, transactionTypes } from '../ids.ts';
import type { Table } from '../suiteql/scope.ts';
import { plainDate, wallTime } from '../zone.ts';
import { live } from './live.ts';
import { flag, negative, number } from './values.ts';

/** A transaction of any kind. Money that leaves the company has the other sign, as it has in the ledger. */
export type TransactionRow =
  | { model: 'invoices'; record: Invoice }
  | { model: 'bills'; record: Bill }
  | { model: 'payments'; record: Payment }
  | { model: 'bill_payments'; record: BillPayment };

export const transactionRows = (book: Book): TransactionRow[] => [
  ...live(book, 'invoices').map((record): TransactionRow => ({ model: 'invoices', record })),
  ...live(book, 'bills').map((record): TransactionRow => ({ model: 'bills', record })),
  ...live(book, 'payments').map((record): TransactionRow => ({ model: 'payments', record })),
  ...live(book, 'bill_payments').map((record): TransactionRow => ({ model: 'bill_payments', record })),
];

/** Those of some internal ids. */
export const transactionsOf = (book: Book, ids: ReadonlySet<number>): TransactionRow[] =>
  [...ids].flatMap((id) =>
    (Object.keys(transactionTypes) as TransactionModel[]).flatMap((model) => {
      const record = book.tables[model].live(documentId(model, id) ?? 0);
      // TypeScript does not see that the record is of the model.
      return record ? [{ model, record } as TransactionRow] : [];
    }),
  );

export const idOf = ({ model, record }: TransactionRow) => transactionId(model, record.id);
export const isOutgoing = ({ model }: TransactionRow) => model === 'bills' || model === 'bill_payments';

const isPayment = (row: TransactionRow): row is Extract<TransactionRow, { record: Payment | BillPayment }> =>
  row.model === 'payments' || row.model === 'bill_payments';

export function totalOf(row: TransactionRow): string {
  const amount = isPayment(row) ? row.record.amount : row.record.total;
  return isOutgoing(row) ? negative(amount) : number(amount);
}

/** The account of a transaction's main line: receivables or payables of a document, the bank of a payment. */
export function mainAccount(book: Book, row: TransactionRow): number {
  if (isPayment(row)) return row.record.accountId;
  const group = row.model === 'invoices' ? 'receivables' : 'payables';
  const account = book.tables.accounts.find((one) => one.group === group);
  return account?.id ?? bankAccountIn(book, row.record.currencyId);
}

export const transactionTable = (book: Book): Table => ({
  rows: () => transactionRows(book),
  columns: {
    id: idOf,
    type: (row: TransactionRow) => transactionTypes[row.model],
    tranid: (row: TransactionRow) => (isPayment(row) ? row.record.reference : row.record.number),
    entity: (row: TransactionRow) => row.record.contactId,
    currency: (row: TransactionRow) => row.record.currencyId,
    exchangerate: (row: TransactionRow) => number(row.record.rate),
    trandate: (row: TransactionRow) => plainDate(isPayment(row) ? row.record.paidOn : row.record.issuedOn),
    duedate: (row: TransactionRow) => (isPayment(row) ? null : plainDate(row.record.dueOn)),
    status: statusOf,
    voided: (row: TransactionRow) => flag(!isPayment(row) && row.record.status === 'cancelled'),
    foreigntotal: totalOf,
    foreignamountunpaid: (row: TransactionRow) => (isPayment(row) ? null : number(row.record.balance)),
    foreignamountpaid: (row: TransactionRow) => (isPayment(row) ? null : paidOf(book, row.record)),
    memo: (row: TransactionRow) => row.record.note,
    externalid: (row: TransactionRow) => ('externalId' in row.record ? row.record.externalId : null),
    createddate: (row: TransactionRow) => wallTime(row.record.created),
    lastmodifieddate: (row: TransactionRow) => wallTime(row.record.modified),
  },
});

function paidOf(book: Book, document: Invoice | Bill): string {
  const { decimals } = currencyOf(book, document.currencyId);
  return number(fromMinor(toMinor(document.total, decimals) - toMinor(document.balance, decimals), decimals));
}

function statusOf(row: TransactionRow): string {
  if (row.model === 'payments') return 'C';
  if (row.model === 'bill_payments') return 'A';
  return documentStatus[row.record.status];
}

/** A: open, B: paid in full, D: waits for approval, V: voided. That something is overdue is not a state here. */
const documentStatus: Record<Invoice['status'], string> = {
  draft: 'D',
  issued: 'A',
  part_paid: 'A',
  overdue: 'A',
  settled: 'B',
  cancelled: 'V',
};

interface Application {
  paying: TransactionRow;
  paid: number;
  paidType: string;
  amount: string;
}

/** What pays what: the document comes first, the payment after it. */
export const previousLinkTable = (book: Book): Table => ({
  rows: () =>
    transactionRows(book)
      .filter(isPayment)
      .map((paying): Application => {
        const [model, id] =
          paying.model === 'payments'
            ? (['invoices', paying.record.invoiceId] as const)
            : (['bills', paying.record.billId] as const);
        return {
          paying,
          paid: transactionId(model, id),
          paidType: transactionTypes[model],
          amount: paying.record.amount,
        };
      }),
  columns: {
    previousdoc: (row: Application) => row.paid,
    previoustype: (row: Application) => row.paidType,
    nextdoc: (row: Application) => idOf(row.paying),
    nexttype: (row: Application) => transactionTypes[row.paying.model],
    linktype: () => 'Payment',
    foreignamount: (row: Application) => number(row.amount),
  },
});
