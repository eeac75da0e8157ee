import { type Answer, type Call, methodNotAllowed, Refusal, readJson } from '../http.ts';
import type { Book, Model } from '../state/book.ts';
import { createRecord, deleteRecord, type Fields, updateRecord } from '../state/ledger.ts';
import type { Store } from '../state/store.ts';
import { formatRecord } from '../wires/native/format.ts';
import { recordId } from '../wires/native/ids.ts';
import { readRecordInput } from '../wires/native/input/record-input.ts';
import { refusedByLedger } from '../wires/native/refused-by-ledger.ts';

/** `POST /_admin/books/{id}/{model}`, `GET|PATCH|DELETE /_admin/books/{id}/{model}/{record}`: what people do in the books. */
export async function answerRecordEdit(
  call: Call,
  store: Store,
  at: { book: Book; model: Model; record: string | undefined },
  now: Date,
): Promise<Answer> {
  return await refusedByLedger(at.model, () =>
    at.record === undefined
      ? create(call, store, at.book, at.model, now)
      : change(call, store, at.book, at.model, at.record, now),
  );
}

async function create<M extends Model>(call: Call, store: Store, book: Book, model: M, now: Date): Promise<Answer> {
  if (call.method !== 'POST') throw methodNotAllowed('POST');
  const fields = readRecordInput(model, await readJson(call), {
    book,
    existing: null,
    now: now.getTime(),
  }) as Fields<M>;
  const record = createRecord(book, model, fields, now.toISOString());
  store.changed();
  return { status: 201, body: formatRecord(model, record) };
}

async function change<M extends Model>(
  call: Call,
  store: Store,
  book: Book,
  model: M,
  id: string,
  now: Date,
): Promise<Answer> {
  const number = recordId(model, id);
  const record = number === null ? undefined : book.tables[model].live(number);
  if (!record) throw new Refusal(404, 'not_found', 'No such record');
  if (call.method === 'GET') return { status: 200, body: formatRecord(model, record) };
  if (call.method === 'DELETE') {
    deleteRecord(book, model, record, now.toISOString());
    store.changed();
    return { status: 204, body: null };
  }
  if (call.method !== 'PATCH') throw methodNotAllowed('GET, PATCH, DELETE');
  const changes = readRecordInput(model, await readJson(call), { book, existing: record, now: now.getTime() });
  const changed = updateRecord(book, model, record, changes, now.toISOString());
  store.changed();
  return { status: 200, body: formatRecord(model, changed) };
}
