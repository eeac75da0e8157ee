import type { Book } from '../../state/book.ts';
import { recordOfExternalId } from '../../state/integrity.ts';
import type { Contact } from '../../state/records/contact.ts';
import type { Payment } from '../../state/records/money.ts';
import { documentId } from './ids.ts';
import { netsuiteRefusal } from './refusal.ts';
import { isCustomer, isVendor } from './tables/entities.ts';

/** The record types that are served, as a path spells them; the vendor takes them in any case. */
export const recordTypes = ['customer', 'vendor', 'customerpayment'] as const;
export type RecordType = (typeof recordTypes)[number];

export const modelOfType = { customer: 'contacts', vendor: 'contacts', customerpayment: 'payments' } as const;

/** The record of a path's last part: an internal id, or `eid:` and an external one. Throws Refusal 404. */
export function findRecord(book: Book, type: 'customer' | 'vendor', name: string): Contact;
export function findRecord(book: Book, type: 'customerpayment', name: string): Payment;
export function findRecord(book: Book, type: RecordType, name: string): Contact | Payment {
  const found = type === 'customerpayment' ? findPayment(book, name) : findContact(book, type, name);
  if (found) return found;
  throw netsuiteRefusal(
    404,
    'NONEXISTENT_ID',
    'The record instance does not exist. Provide a valid record instance ID.',
  );
}

const externalIdOf = (name: string): string | null => (name.startsWith('eid:') ? name.slice(4) : null);
const numberOf = (name: string): number => (/^[1-9]\d{0,14}$/.test(name) ? Number(name) : 0);

function findContact(book: Book, type: 'customer' | 'vendor', name: string): Contact | undefined {
  const externalId = externalIdOf(name);
  const contact =
    externalId === null ? book.tables.contacts.live(numberOf(name)) : recordOfExternalId(book, 'contacts', externalId);
  return contact && (type === 'customer' ? isCustomer : isVendor)(contact) ? contact : undefined;
}

function findPayment(book: Book, name: string): Payment | undefined {
  const externalId = externalIdOf(name);
  if (externalId !== null) return recordOfExternalId(book, 'payments', externalId);
  return book.tables.payments.live(documentId('payments', numberOf(name)) ?? 0);
}
