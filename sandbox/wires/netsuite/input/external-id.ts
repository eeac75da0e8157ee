import type { Book } from '../../../state/book.ts';
import { recordOfExternalId } from '../../../state/integrity.ts';
import { netsuiteRefusal } from '../refusal.ts';

/** An external id that a new record may have: unique among its type. Throws Refusal. */
export function freeExternalId(
  book: Book,
  model: 'payments' | 'contacts',
  externalId: string | undefined,
): string | null {
  if (externalId !== undefined && recordOfExternalId(book, model, externalId)) {
    throw netsuiteRefusal(400, 'DUP_RCRD', 'This record already exists', { path: 'externalId' });
  }
  return externalId ?? null;
}
