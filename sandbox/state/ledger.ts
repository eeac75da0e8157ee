import type { Book, Currency, Invoice, InvoiceLine, Model, Payment, Records } from './book.ts';
import { fromMinor, percentOf, times, toMinor } from './money.ts';

/** A change that the books do not allow; `code` goes onto the wire. */
export class LedgerError extends Error {
  readonly code: 'unknown_reference' | 'amount_too_large' | 'not_allowed';

  constructor(code: LedgerError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

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
  checkReferences(book, model, record);
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
  checkReferences(book, model, changed);
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

/** The currency that an invoice, payment, account or contact is kept in. */
export function currencyOf(book: Book, currencyId: number): Currency {
  const currency = book.tables.currencies.live(currencyId);
  if (!currency) throw new LedgerError('unknown_reference', 'currency_id names no currency of this book');
  return currency;
}

const paymentsOf = (book: Book, invoiceId: number) =>
  book.tables.payments.all().filter((payment) => payment.invoiceId === invoiceId && payment.deleted === null);

function checkReferences<M extends Model>(book: Book, model: M, record: Records[M]): void {
  if (model === 'currencies') return;
  currencyOf(book, (record as Records['accounts']).currencyId);
  if (model === 'invoices') {
    const invoice = record as Invoice;
    if (!book.tables.contacts.live(invoice.contactId)) {
      throw new LedgerError('unknown_reference', 'contact_id names no contact of this book');
    }
  }
  if (model === 'payments') checkPayment(book, record as Payment);
}

function checkPayment(book: Book, payment: Payment): void {
  const invoice = book.tables.invoices.live(payment.invoiceId);
  if (!invoice) throw new LedgerError('unknown_reference', 'invoice_id names no invoice of this book');
  if (invoice.status === 'draft' || invoice.status === 'cancelled') {
    throw new LedgerError('not_allowed', `A ${invoice.status} invoice takes no payment`);
  }
  const { decimals } = currencyOf(book, invoice.currencyId);
  const others = paymentsOf(book, invoice.id)
    .filter((other) => other.id !== payment.id)
    .reduce((sum, other) => sum + toMinor(other.amount, decimals), 0n);
  const amount = toMinor(payment.amount, decimals);
  if (amount <= 0n) throw new LedgerError('not_allowed', 'amount must be greater than zero');
  if (others + amount > toMinor(invoice.total, decimals)) {
    throw new LedgerError('amount_too_large', 'amount is more than what is left to pay');
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
