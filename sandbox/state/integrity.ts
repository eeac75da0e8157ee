import type { Book, Model, Records } from './book.ts';
import { LedgerError } from './ledger-error.ts';

/** A field that holds the number of another record, and its name on the native wire. */
interface Reference {
  key: string;
  field: string;
  model: Model;
}

const currency: Reference = { key: 'currencyId', field: 'currency_id', model: 'currencies' };
const account: Reference = { key: 'accountId', field: 'account_id', model: 'accounts' };
const contact: Reference = { key: 'contactId', field: 'contact_id', model: 'contacts' };
const invoice: Reference = { key: 'invoiceId', field: 'invoice_id', model: 'invoices' };
const parent: Reference = { key: 'parentId', field: 'parent_id', model: 'accounts' };

const referencesOf: Record<Model, readonly Reference[]> = {
  currencies: [],
  accounts: [currency, parent],
  contacts: [currency],
  invoices: [contact, currency],
  payments: [invoice, contact, currency, account],
};

/** Throws LedgerError where a record refers to one that is not in the book. */
export function checkReferences<M extends Model>(book: Book, model: M, record: Records[M]): void {
  check(book, record, referencesOf[model], '');
  if (!('lines' in record)) return;
  for (const [index, line] of record.lines.entries()) check(book, line, [account], `lines.${index}.`);
}

function check(book: Book, record: object, references: readonly Reference[], at: string): void {
  for (const { key, field, model } of references) {
    const id = (record as Record<string, number | null>)[key] ?? null;
    if (id === null || book.tables[model].live(id)) continue;
    throw new LedgerError('unknown_reference', at + field, `${at}${field} names none of the ${model} of this book`);
  }
}

/** Throws LedgerError where another record of the model has the same external id. */
export function checkExternalId<M extends Model>(book: Book, model: M, record: Records[M]): void {
  if (!('externalId' in record) || record.externalId === null) return;
  const { id, externalId } = record;
  const other = recordOfExternalId(book, model, externalId);
  if (!other || other.id === id) return;
  throw new LedgerError('already_there', 'external_id', `external_id is already used by another record`, other.id);
}

/** The record that another system named so. */
export const recordOfExternalId = <M extends Model>(book: Book, model: M, externalId: string): Records[M] | undefined =>
  book.tables[model].find((one) => 'externalId' in one && one.externalId === externalId) as Records[M] | undefined;
