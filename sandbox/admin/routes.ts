import { z } from 'zod';
import { parseBody } from '../body.ts';
import type { CallLog } from '../call-log.ts';
import { faultSchema } from '../faults.ts';
import { type Answer, type Call, methodNotAllowed, Refusal, readJson } from '../http.ts';
import { type Book, models } from '../state/book.ts';
import type { Store } from '../state/store.ts';
import { answerBook, answerBooks } from './books.ts';
import { answerRecordEdit } from './records.ts';

const faultsBody = z.strictObject({ faults: z.array(faultSchema).max(50) });

/** Everything under `/_admin`: for tests, the demo and whoever runs it. The caller has been found to be on the loopback. */
export async function answerAdmin(call: Call, store: Store, calls: CallLog, now: Date): Promise<Answer> {
  const [, area, bookId, part, record, ...rest] = call.path;
  if (area === 'calls' && bookId === undefined) return answerCalls(call, calls);
  if (area !== 'books' || rest.length > 0) throw nothingHere();
  if (bookId === undefined) return await answerBooks(call, store, now.getTime());
  const book = store.book(bookId);
  if (!book) throw new Refusal(404, 'not_found', 'No such book');
  if (part === undefined) return await answerBook(call, store, book);
  if (part === 'faults' && record === undefined) return await answerFaults(call, store, book);
  const model = models.find((one) => one === part);
  if (!model) throw nothingHere();
  return await answerRecordEdit(call, store, { book, model, record }, now);
}

async function answerFaults(call: Call, store: Store, book: Book): Promise<Answer> {
  if (call.method === 'PUT') book.faults = parseBody(faultsBody, await readJson(call)).faults;
  else if (call.method === 'DELETE') book.faults = [];
  else if (call.method !== 'GET') throw methodNotAllowed('GET, PUT, DELETE');
  if (call.method !== 'GET') store.changed();
  return { status: 200, body: { faults: book.faults } };
}

function answerCalls(call: Call, calls: CallLog): Answer {
  if (call.method === 'GET') return { status: 200, body: { data: calls.list(call.url.searchParams.get('book')) } };
  if (call.method !== 'DELETE') throw methodNotAllowed('GET, DELETE');
  calls.clear();
  return { status: 204, body: null };
}

const nothingHere = () => new Refusal(404, 'not_found', 'Nothing at this path');
