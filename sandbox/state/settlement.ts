import type { Book, Model, Records } from './book.ts';
import { ledgerAmount } from './ledger-amount.ts';
import { LedgerError } from './ledger-error.ts';
import { currencyOf } from './lookups.ts';
import { fromMinor, toMinor } from './money.ts';
import type { BillPayment, Payment } from './records/money.ts';
import type { Bill, Invoice } from './records/trade.ts';
import { totalsOf } from './totals.ts';

/** What a payment is for, and what is said of a document that takes none. */
const documents = {
  payments: { model: 'invoices', noun: 'invoice', closed: 'invoice_closed' },
  bill_payments: { model: 'bills', noun: 'bill', closed: 'bill_closed' },
} as const;
const payments = { invoices: 'payments', bills: 'bill_payments' } as const;

type PaymentModel = keyof typeof documents;
type PaidModel = keyof typeof payments;
export type AnyPayment = Payment | BillPayment;

export const isPayment = (model: Model): model is PaymentModel => model in documents;
export const isPaid = (model: Model): model is PaidModel => model in payments;

const paidId = (payment: AnyPayment): number => ('invoiceId' in payment ? payment.invoiceId : payment.billId);

/** Throws LedgerError where a document does not take this payment. */
export function checkPayment(book: Book, model: PaymentModel, payment: AnyPayment): void {
  const { model: paid, noun, closed } = documents[model];
  const document = book.tables[paid].live(paidId(payment));
  const at = `${noun}_id`;
  if (!document) throw new LedgerError('unknown_reference', at, `${at} names no ${noun} of this book`);
  if (payment.contactId !== document.contactId) {
    throw new LedgerError('wrong_contact', 'contact_id', `contact_id is not the contact of the ${noun}`);
  }
  if (payment.currencyId !== document.currencyId) {
    throw new LedgerError('wrong_currency', 'currency_id', `currency_id is not the currency of the ${noun}`);
  }
  if (book.tables.accounts.live(payment.accountId)?.class !== 'bank') {
    throw new LedgerError('not_allowed', 'account_id', 'account_id must be a bank or cash account');
  }
  const due = dueWithout(book, paid, document, payment);
  if (document.status === 'draft' || document.status === 'cancelled' || due <= 0n) {
    const status = due <= 0n ? 'settled' : document.status;
    throw new LedgerError(closed, at, `A ${status} ${noun} takes no payment`);
  }
  const amount = ledgerAmount(payment.amount, currencyOf(book, document.currencyId).decimals, 'amount');
  if (amount <= 0n) throw new LedgerError('invalid_field', 'amount', 'amount must be greater than zero');
  if (amount > due) throw new LedgerError('amount_too_large', 'amount', 'amount is more than what is left to pay');
}

/** What is left to pay of a document, this payment aside. */
function dueWithout(book: Book, model: PaidModel, document: Invoice | Bill, payment: AnyPayment): bigint {
  const { decimals } = currencyOf(book, document.currencyId);
  const others = paymentsOf(book, model, document.id).filter((other) => other.id !== payment.id);
  return others.reduce((due, other) => due - toMinor(other.amount, decimals), toMinor(document.total, decimals));
}

/** Brings the document of a payment in line with all its payments. */
export const settlePaid = (book: Book, model: PaymentModel, payment: AnyPayment, at: string): void =>
  settleDocument(book, documents[model].model, paidId(payment), at);

/** Brings a document's sums, balance and status in line with its lines and payments. */
export function settleDocument(book: Book, model: PaidModel, id: number, at: string): void {
  const document = book.tables[model].live(id);
  if (!document) return;
  const { decimals } = currencyOf(book, document.currencyId);
  const totals = totalsOf(document.lines, decimals);
  const paid = paymentsOf(book, model, id).reduce((sum, payment) => sum + toMinor(payment.amount, decimals), 0n);
  const balance = document.status === 'cancelled' ? 0n : toMinor(totals.total, decimals) - paid;
  const status = statusOf(document, { balance, paid }, at.slice(0, 10));
  book.tables[model].put({ ...document, ...totals, balance: fromMinor(balance, decimals), status, modified: at });
}

/** Leaves tombstones of a document's payments. */
export function deletePaymentsOf(book: Book, model: PaidModel, id: number, at: string): void {
  for (const payment of paymentsOf(book, model, id)) {
    const table = book.tables[payments[model]] as { put(payment: AnyPayment): void };
    table.put({ ...payment, modified: at, deleted: at });
  }
}

const paymentsOf = (book: Book, model: PaidModel, id: number): AnyPayment[] =>
  (book.tables[payments[model]].all() as Records[PaymentModel][]).filter(
    (payment) => payment.deleted === null && paidId(payment) === id,
  );

function statusOf(document: Invoice | Bill, sums: { balance: bigint; paid: bigint }, today: string): Invoice['status'] {
  if (document.status === 'draft' || document.status === 'cancelled') return document.status;
  if (sums.balance <= 0n) return 'settled';
  if (document.dueOn < today) return 'overdue';
  return sums.paid > 0n ? 'part_paid' : 'issued';
}
