import { setTimeout as sleep } from 'node:timers/promises';
import { type Place, strike } from '../../faults.ts';
import type { Call } from '../../http.ts';
import type { Book } from '../../state/book.ts';
import { tooManyAtOnce } from './concurrency.ts';
import type { NetsuiteWire } from './netsuite-wire.ts';
import { netsuiteRefusal } from './refusal.ts';
import { invalidLogin } from './signature.ts';

/**
 * What the faults of a book do to a request before it is served. There are no tokens that end and no Retry-After here: a
 * `token_expired` is the 401 that an overloaded account gives, a `rate_limited` its 429.
 */
export async function interfere(call: Call, book: Book, place: Place, wire: NetsuiteWire): Promise<void> {
  const used = () => wire.store.changed();
  const slow = strike(book, 'slow', place, used);
  if (slow) await sleep(slow.delayMs, undefined, { signal: call.signal });
  const isRefused = strike(book, 'credentials_refused', { model: null, page: null, on: null }, used);
  if (isRefused || strike(book, 'token_expired', place, used)) throw invalidLogin();
  if (strike(book, 'rate_limited', place, used)) throw tooManyAtOnce();
  if (strike(book, 'permission_denied', place, used)) {
    throw netsuiteRefusal(
      403,
      'INSUFFICIENT_PERMISSION',
      'You do not have permission to do this. Contact your administrator.',
    );
  }
  const broken = strike(book, 'server_error', place, used);
  if (broken) throw netsuiteRefusal(broken.status, 'UNEXPECTED_ERROR', 'An unexpected error occurred.');
  const told = strike(book, 'answer', place, used);
  if (told) throw netsuiteRefusal(told.status, told.code, told.message);
}
