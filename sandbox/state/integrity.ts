import type { Book, Model, Records } from './book.ts';
import { LedgerError } from './ledger-error.ts';

/** The model that a field of the native wire refers to, whichever record it stands in; `parent_id` stays in its model. */
export const referenceFields: Readonly<Record<string, Model>> = {
  currency_id: 'currencies',
  account_id: 'accounts',
  from_account_id: 'accounts',
  to_account_id: 'accounts',
  bank_account_id: 'bank_accounts',
  contact_id: 'contacts',
  item_id: 'items',
  tax_rate_id: 'tax_rates',
  invoice_id: 'invoices',
  invoice_ids: 'invoices',
  bill_id: 'bills',
  bill_ids: 'bills',
};

/** A field's name in the state: `contact_id` is kept as `contactId`. */
export const camelCase = (field: string) => field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const references = Object.entries(referenceFields).map(([field, model]) => ({ field, key: camelCase(field), model }));

/** Throws LedgerError where a record, or a line of it, refers to one that is not in the book. */
export function checkReferences<M extends Model>(book: Book, model: M, record: Records[M]): void {
  check(book, model, record, '');
  if (!('lines' in record)) return;
  for (const [index, line] of record.lines.entries()) check(book, model, line, `lines.${index}.`);
}

function check(book: Book, own: Model, record: object, at: string): void {
  const parent = { field: 'parent_id', key: 'parentId', model: own };
  for (const { field, key, model } of [...references, parent]) {
    const value = (record as Record<string, number | number[] | null | undefined>)[key] ?? [];
    for (const id of Array.isArray(value) ? value : [value]) {
      if (book.tables[model].live(id)) continue;
      throw new LedgerError('unknown_reference', at + field, `${at}${field} names none of the ${model} of this book`);
    }
  }
}

/** Throws LedgerError where another record of the model has the same external id. */
export function checkExternalId<M extends Model>(book: Book, model: M, record: Records[M]): void {
  if (!('externalId' in record) || record.externalId === null) return;
  const { id, externalId } = record;
  const other = recordOfExternalId(book, model, externalId);
  if (!other || other.id === id) return;
  throw new LedgerError('already_there', 'external_id', 'external_id is already used by another record', other.id);
}

/** The record that another system named so. */
export const recordOfExternalId = <M extends Model>(book: Book, model: M, externalId: string): Records[M] | undefined =>
  book.tables[model].find((one) => 'externalId' in one && one.externalId === externalId) as Records[M] | undefined;
