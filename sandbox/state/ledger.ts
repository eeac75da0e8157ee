import type { Book, Model, Records } from './book.ts';
import { checkExternalId, checkReferences } from './integrity.ts';
import { withOwnSums } from './own-sums.ts';
import type { Stamped } from './records/stamped.ts';
import {
  type AnyPayment,
  checkPayment,
  deletePaymentsOf,
  isPaid,
  isPayment,
  settleDocument,
  settlePaid,
} from './settlement.ts';

/** A record's own fields, without number and stamps. */
export type Fields<M extends Model> = Omit<Records[M], keyof Stamped>;

/** Puts a new record into the book, stamped `at`; what follows from it is brought along. Throws LedgerError. */
export function createRecord<M extends Model>(book: Book, model: M, fields: Fields<M>, at: string): Records[M] {
  const table = book.tables[model];
  // TypeScript can't see that fields and stamps of one model make its record.
  const record = { id: table.nextId(), created: at, modified: at, deleted: null, ...fields } as unknown as Records[M];
  return put(book, model, record, at);
}

/** Changes fields of a record and moves its stamp, also when nothing differs, as platforms do on every save. */
export function updateRecord<M extends Model>(
  book: Book,
  model: M,
  record: Records[M],
  changes: Partial<Fields<M>>,
  at: string,
): Records[M] {
  return put(book, model, { ...record, ...changes, modified: at }, at);
}

/** Leaves a tombstone. A document takes its payments with it; a payment gives its amount back to the document. */
export function deleteRecord<M extends Model>(book: Book, model: M, record: Records[M], at: string): void {
  book.tables[model].put({ ...record, modified: at, deleted: at });
  if (isPayment(model)) settlePaid(book, model, record as AnyPayment, at);
  if (isPaid(model)) deletePaymentsOf(book, model, record.id, at);
}

function put<M extends Model>(book: Book, model: M, record: Records[M], at: string): Records[M] {
  checkReferences(book, model, record);
  checkExternalId(book, model, record);
  if (isPayment(model)) checkPayment(book, model, record as AnyPayment);
  const table = book.tables[model];
  table.put(withOwnSums(book, model, record));
  if (isPayment(model)) settlePaid(book, model, record as AnyPayment, at);
  if (isPaid(model)) settleDocument(book, model, record.id, at);
  return table.get(record.id) ?? record;
}
