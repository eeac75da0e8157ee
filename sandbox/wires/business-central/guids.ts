import { createHash } from 'node:crypto';
import type { Book } from '../../state/book.ts';

/** What has an id of its own on this wire; the order goes into the ids and stays. */
const kinds = [
  'company',
  'currency',
  'account',
  'item',
  'customer',
  'vendor',
  'salesInvoice',
  'salesInvoiceLine',
  'purchaseInvoice',
  'purchaseInvoiceLine',
  'generalLedgerEntry',
  'journal',
  'customerPayment',
] as const;
export type Kind = (typeof kinds)[number];

/** The id that Business Central gives where nothing is referred to. */
export const noGuid = '00000000-0000-0000-0000-000000000000';

/** A record's id: always the same for a book, a kind and a number (of a document also its line). */
export function guidOf(book: Book, kind: Kind, number: number, line = 0): string {
  const group = kinds.indexOf(kind).toString(16).padStart(4, '0');
  return [
    bookPart(book),
    group,
    '4000',
    `8${line.toString(16).padStart(3, '0')}`,
    number.toString(16).padStart(12, '0'),
  ].join('-');
}

/** The number behind an id of that kind in that book; null where the text is none. */
export function numberOfGuid(book: Book, kind: Kind, text: string): number | null {
  const number = Number.parseInt(text.slice(-12), 16);
  return Number.isSafeInteger(number) && guidOf(book, kind, number) === text.toLowerCase() ? number : null;
}

/** By book: every record of a list has several ids, and a list may be long. */
const parts = new Map<string, string>();

function bookPart({ id }: Book): string {
  const known = parts.get(id) ?? createHash('sha256').update(id).digest('hex').slice(0, 8);
  parts.set(id, known);
  return known;
}
