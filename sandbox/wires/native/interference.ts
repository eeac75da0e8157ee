import { setTimeout as sleep } from 'node:timers/promises';
import { type Place, strike } from '../../faults.ts';
import { type Answer, type Call, Refusal } from '../../http.ts';
import type { Book } from '../../state/book.ts';
import type { Store } from '../../state/store.ts';
import type { NativeWire } from './native-wire.ts';
import { tokenExpired } from './tokens.ts';

/** What the faults of a book do to a request before it is served: wait, or refuse the way this wire refuses. */
export async function interfere(call: Call, book: Book, place: Place, wire: NativeWire): Promise<void> {
  const used = () => wire.store.changed();
  const refuse = (status: number, code: string, message: string, headers: Record<string, string> = {}) =>
    new Refusal(status, code, message, { headers, book: book.id });

  const slow = strike(book, 'slow', place, used);
  if (slow) await sleep(slow.delayMs, undefined, { signal: call.signal });
  if (strike(book, 'token_expired', place, used)) {
    wire.tokens.revoke(book);
    throw tokenExpired(book);
  }
  const limited = strike(book, 'rate_limited', place, used);
  if (limited) {
    throw refuse(429, 'rate_limited', 'Too many requests', { 'retry-after': String(limited.retryAfterSeconds) });
  }
  if (strike(book, 'permission_denied', place, used)) {
    throw refuse(403, 'permission_denied', `This user may not ${place.on ?? 'read'} ${place.model ?? 'this'}`);
  }
  const broken = strike(book, 'server_error', place, used);
  if (broken) {
    const { status, retryAfterSeconds: seconds } = broken;
    const headers: Record<string, string> = seconds === undefined ? {} : { 'retry-after': String(seconds) };
    throw refuse(status, 'internal_error', 'Something went wrong on our side', headers);
  }
  const told = strike(book, 'answer', place, used);
  if (told) throw refuse(told.status, told.code, told.message);
}

/** Carries out a write as the faults will have it: late, or without its caller learning of it, or not at all. */
export async function carryOut<T>(
  call: Call,
  book: Book,
  place: Place,
  store: Store,
  write: () => Promise<T>,
): Promise<T> {
  const used = () => store.changed();
  const late = strike(book, 'done_late', place, used);
  if (late) await sleep(late.delayMs, undefined, { signal: call.stopping });
  const silent = strike(book, 'no_answer', place, used);
  if (silent && !silent.done) return await never(call);
  const done = await write();
  if (silent) return await never(call);
  const broken = strike(book, 'done_but_error', place, used);
  if (!broken) return done;
  throw new Refusal(broken.status, 'internal_error', 'Something went wrong on our side', { book: book.id });
}

/** Rejects once nobody waits any more. */
const never = (call: Call): Promise<never> =>
  new Promise((_, reject) => {
    const end = () => reject(call.signal.reason);
    if (call.signal.aborted) end();
    else call.signal.addEventListener('abort', end, { once: true });
  });

/** What the faults do to records that are ready to go: records twice, one record unreadable, or the body cut. */
export function spoil(
  records: Record<string, unknown>[],
  book: Book,
  place: Place,
  store: Store,
): {
  records: Record<string, unknown>[];
  cut: Answer['cut'];
} {
  const used = () => store.changed();
  let spoiled = records;
  if (records.length > 0 && strike(book, 'bad_record', place, used)) {
    spoiled = records.map((record, index) => (index === Math.floor(records.length / 2) ? unreadable(record) : record));
  }
  if (records.length > 0 && strike(book, 'duplicates', place, used)) spoiled = [...spoiled, ...spoiled.slice(0, 3)];
  if (strike(book, 'broken_json', place, used)) return { records: spoiled, cut: 'truncate' };
  if (strike(book, 'hang_up', place, used)) return { records: spoiled, cut: 'hang-up' };
  return { records: spoiled, cut: undefined };
}

/** Id and stamps stay, so that the record can be named; its own fields turn into what no reader expects. */
function unreadable(record: Record<string, unknown>): Record<string, unknown> {
  const { id, created, modified, deleted, ...fields } = record;
  const garbled = Object.keys(fields).map((key) => [key, { '?': key }]);
  return { id, created, modified, deleted, ...Object.fromEntries(garbled) };
}
