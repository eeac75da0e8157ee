import type { Book, Invoice, InvoiceLine, Model, Payment, Records } from './book.ts';
import { checkExternalId, checkReferences } from './integrity.ts';
import { LedgerError } from './ledger-error.ts';
import { currencyOf } from './lookups.ts';
import { fromMinor, percentOf, times, toMinor } from './money.ts';

export type LineInput = Omit<InvoiceLine, 'net' | 'tax' | 'total'>;

/** A line with its amounts: net after discount, tax on the net, both rounded to the currency's unit. */
export function priceLine(line: LineInput, decimals: number): InvoiceLine {
  const gross = times(toMinor(line.unitPrice, decimals), line.quantity);
  const net = gross - toMinor(line.discount, decimals);
  const tax = percentOf(net, line.taxRate);
  return {
    ...line,
    net: fromMinor(net, decimals),
    tax: fromMinor(tax, decimals),
    total: fromMinor(net + tax, decimals),
  };
}

/** An invoice's amounts from its lines. `subtotal` is after discount. */
export function totalsOf(lines: readonly InvoiceLine[], decimals: number) {
  const sum = (key: 'net' | 'tax' | 'discount') =>
    lines.reduce((total, line) => total + toMinor(line[key], decimals), 0n);
  const [net, tax] = [sum('net'), sum('tax')];
  return {
    subtotal: fromMinor(net, decimals),
    discount: fromMinor(sum('discount'), decimals),
    tax: fromMinor(tax, decimals),
    total: fromMinor(net + tax, decimals),
  };
}

/** A record's own fields, without number and stamps. */
export type Fields<M extends Model> = Omit<Records[M], 'id' | 'created' | 'modified' | 'deleted'>;

/** Puts a new record into the book, stamped `at`; invoices and payments keep their sums in step. */
export function createRecord<M extends Model>(book: Book, model: M, fields: Fields<M>, at: string): Records[M] {
  const table = book.tables[model];
  // TypeScript can't see that fields and stamps of one model make its record.
  const record = { id: table.nextId(), created: at, modified: at, deleted: null, ...fields } as unknown as Records[M];
  check(book, model, record);
  table.put(record);
  settle(book, model, record, at);
  return table.get(record.id) ?? record;
}

/** Changes fields of a record and moves its stamp, also when nothing differs, as platforms do on every save. */
export function updateRecord<M extends Model>(
  book: Book,
  model: M,
  record: Records[M],
  changes: Partial<Fields<M>>,
  at: string,
): Records[M] {
  const changed = { ...record, ...changes, modified: at };
  check(book, model, changed);
  book.tables[model].put(changed);
  settle(book, model, changed, at);
  return book.tables[model].get(changed.id) ?? changed;
}

/** Leaves a tombstone. An invoice takes its payments with it; a payment gives its amount back to the invoice. */
export function deleteRecord<M extends Model>(book: Book, model: M, record: Records[M], at: string): void {
  book.tables[model].put({ ...record, modified: at, deleted: at });
  if (model === 'payments') recalculate(book, (record as Payment).invoiceId, at);
  if (model !== 'invoices') return;
  for (const payment of paymentsOf(book, record.id)) {
    book.tables.payments.put({ ...payment, modified: at, deleted: at });
  }
}

const paymentsOf = (book: Book, invoiceId: number) =>
  book.tables.payments.all().filter((payment) => payment.invoiceId === invoiceId && payment.deleted === null);

function check<M extends Model>(book: Book, model: M, record: Records[M]): void {
  checkReferences(book, model, record);
  checkExternalId(book, model, record);
  if (model === 'payments') checkPayment(book, record as Payment);
}

function checkPayment(book: Book, payment: Payment): void {
  const invoice = book.tables.invoices.live(payment.invoiceId);
  if (!invoice) throw new LedgerError('unknown_reference', 'invoice_id', 'invoice_id names no invoice of this book');
  if (payment.contactId !== invoice.contactId) {
    throw new LedgerError('wrong_contact', 'contact_id', 'contact_id is not the contact of the invoice');
  }
  if (payment.currencyId !== invoice.currencyId) {
    throw new LedgerError('wrong_currency', 'currency_id', 'currency_id is not the currency of the invoice');
  }
  if (book.tables.accounts.live(payment.accountId)?.class !== 'bank') {
    throw new LedgerError('not_allowed', 'account_id', 'account_id must be a bank or cash account');
  }
  const due = dueWithout(book, invoice, payment);
  if (invoice.status === 'draft' || invoice.status === 'cancelled' || due <= 0n) {
    const status = due <= 0n ? 'settled' : invoice.status;
    throw new LedgerError('invoice_closed', 'invoice_id', `A ${status} invoice takes no payment`);
  }
  const amount = amountOf(payment, currencyOf(book, invoice.currencyId).decimals);
  if (amount <= 0n) throw new LedgerError('invalid_field', 'amount', 'amount must be greater than zero');
  if (amount > due) throw new LedgerError('amount_too_large', 'amount', 'amount is more than what is left to pay');
}

/** What is left to pay of an invoice, this payment aside. */
function dueWithout(book: Book, invoice: Invoice, payment: Payment): bigint {
  const { decimals } = currencyOf(book, invoice.currencyId);
  const others = paymentsOf(book, invoice.id).filter((other) => other.id !== payment.id);
  return others.reduce((due, other) => due - toMinor(other.amount, decimals), toMinor(invoice.total, decimals));
}

function amountOf(payment: Payment, decimals: number): bigint {
  try {
    return toMinor(payment.amount, decimals);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new LedgerError('invalid_field', 'amount', `amount has more than the ${decimals} decimals of its currency`);
  }
}

function settle<M extends Model>(book: Book, model: M, record: Records[M], at: string): void {
  if (model === 'payments') recalculate(book, (record as Payment).invoiceId, at);
  if (model === 'invoices') recalculate(book, record.id, at);
}

/** Brings an invoice's sums, balance and status in line with its lines and payments. */
function recalculate(book: Book, invoiceId: number, at: string): void {
  const invoice = book.tables.invoices.live(invoiceId);
  if (!invoice) return;
  const { decimals } = currencyOf(book, invoice.currencyId);
  const totals = totalsOf(invoice.lines, decimals);
  const paid = paymentsOf(book, invoiceId).reduce((sum, payment) => sum + toMinor(payment.amount, decimals), 0n);
  const balance = invoice.status === 'cancelled' ? 0n : toMinor(totals.total, decimals) - paid;
  const status = statusOf(invoice, { balance, paid }, at.slice(0, 10));
  book.tables.invoices.put({ ...invoice, ...totals, balance: fromMinor(balance, decimals), status, modified: at });
}

function statusOf(invoice: Invoice, sums: { balance: bigint; paid: bigint }, today: string): Invoice['status'] {
  if (invoice.status === 'draft' || invoice.status === 'cancelled') return invoice.status;
  if (sums.balance <= 0n) return 'settled';
  if (invoice.dueOn < today) return 'overdue';
  return sums.paid > 0n ? 'part_paid' : 'issued';
}
