import type { Refusal } from '../../http.ts';
import type { Book } from '../../state/book.ts';
import { createRecord } from '../../state/ledger.ts';
import { LedgerError } from '../../state/ledger-error.ts';
import { currencyOf } from '../../state/lookups.ts';
import { toMinor } from '../../state/money.ts';
import type { PaymentLine } from '../../state/records/payment-line.ts';
import { checkPayment } from '../../state/settlement.ts';
import { Decimal } from './decimal.ts';
import { customerNumber } from './format/contact.ts';
import { guidOf, noGuid, numberOfGuid } from './guids.ts';
import { badRequest } from './odata-error.ts';
import type { WireRow } from './wire-row.ts';

/** A payment journal for each bank and cash account, balanced with it. */
export const customerPaymentJournals = (book: Book): WireRow[] =>
  book.tables.accounts
    .all()
    .filter((account) => account.class === 'bank' && account.deleted === null)
    .map((account) => ({
      id: guidOf(book, 'journal', account.id),
      code: `PAY${account.code}`,
      displayName: account.name,
      balancingAccountId: guidOf(book, 'account', account.id),
      balancingAccountNumber: account.code,
      lastModifiedDateTime: account.created,
    }));

/** The account behind a journal's id; null where the book has no such journal. */
export function journalAccount(book: Book, id: string): number | null {
  const account = book.tables.accounts.live(numberOfGuid(book, 'journal', id) ?? 0);
  return account?.class === 'bank' ? account.id : null;
}

/** A line of a journal, as long as it is not posted. */
export function customerPayment(book: Book, line: PaymentLine): WireRow {
  const invoice = line.invoiceId === null ? undefined : book.tables.invoices.get(line.invoiceId);
  return {
    id: guidOf(book, 'customerPayment', line.id),
    journalId: guidOf(book, 'journal', line.journalAccountId),
    journalDisplayName: `PAY${book.tables.accounts.get(line.journalAccountId)?.code ?? ''}`,
    lineNumber: line.lineNumber,
    customerId: guidOf(book, 'customer', line.contactId),
    customerNumber: customerNumber(line.contactId),
    postingDate: line.postedOn,
    documentNumber: line.documentNumber,
    externalDocumentNumber: line.externalDocumentNumber,
    amount: new Decimal(line.amount),
    appliesToInvoiceId: invoice ? guidOf(book, 'salesInvoice', invoice.id) : noGuid,
    appliesToInvoiceNumber: invoice?.number ?? '',
    description: line.description,
    comment: line.comment,
    lastModifiedDateTime: line.modified,
  };
}

/** The lines that wait in a book, in the order in which they were entered. */
export const linesOf = (book: Book, journalAccountId: number | null): PaymentLine[] =>
  (book.paymentLines ?? []).filter((line) => journalAccountId === null || line.journalAccountId === journalAccountId);

export function putLine(book: Book, line: PaymentLine): void {
  book.paymentLines = [...linesOf(book, null).filter(({ id }) => id !== line.id), line];
}

export function removeLine(book: Book, id: number): void {
  book.paymentLines = linesOf(book, null).filter((line) => line.id !== id);
}

export const nextLineId = (book: Book): number => {
  book.lastPaymentLine = (book.lastPaymentLine ?? 0) + 1;
  return book.lastPaymentLine;
};

/**
 * Books every line of a journal and takes them away, or none of them. Throws Refusal 400 for the first that can't be
 * booked, as for a journal without lines.
 */
export function postJournal(book: Book, journalAccountId: number, at: string): void {
  const lines = linesOf(book, journalAccountId);
  if (lines.length === 0) throw dialog('There is nothing to post');
  const paid = new Map<number, bigint>();
  for (const line of lines) checkLine(book, line, paid);
  for (const line of lines) {
    createRecord(book, 'payments', paymentOf(book, line), at);
    removeLine(book, line.id);
  }
}

function checkLine(book: Book, line: PaymentLine, paid: Map<number, bigint>): void {
  if (!line.amount.startsWith('-')) throw dialog(`Amount must be negative in line ${line.lineNumber} of the journal`);
  if (line.documentNumber === '') throw dialog(`Document No. must have a value in line ${line.lineNumber}`);
  if (line.invoiceId === null) throw dialog('These books take payments of invoices alone');
  try {
    const payment = paymentOf(book, line);
    checkPayment(book, 'payments', { id: 0, created: '', modified: '', deleted: null, ...payment });
    const invoice = book.tables.invoices.live(line.invoiceId);
    const { decimals } = currencyOf(book, payment.currencyId);
    const sum = (paid.get(line.invoiceId) ?? 0n) + toMinor(payment.amount, decimals);
    if (invoice && sum > toMinor(invoice.balance, decimals)) {
      throw new LedgerError('amount_too_large', 'amount', 'The lines together are more than what is left to pay');
    }
    paid.set(line.invoiceId, sum);
  } catch (error) {
    if (error instanceof LedgerError) throw dialog(error.message);
    throw error;
  }
}

function paymentOf(book: Book, line: PaymentLine) {
  const invoice = book.tables.invoices.live(line.invoiceId ?? 0);
  if (!invoice) throw new LedgerError('unknown_reference', 'appliesToInvoiceId', 'The invoice is gone');
  return {
    externalId: null,
    invoiceId: invoice.id,
    contactId: line.contactId,
    accountId: line.journalAccountId,
    currencyId: invoice.currencyId,
    rate: invoice.rate,
    amount: line.amount.replace(/^-/, ''),
    paidOn: line.postedOn,
    reference: line.documentNumber,
    method: 'transfer' as const,
    note: line.description || null,
  };
}

/** What the application's own rules say no to. */
export const dialog = (message: string): Refusal => badRequest(message, 'Application_DialogException');
