import { type Answer, type Call, Refusal, readJson } from '../../http.ts';
import type { Book, Model, Records } from '../../state/book.ts';
import { createRecord, type Fields, updateRecord } from '../../state/ledger.ts';
import { formatRecord } from './format.ts';
import { recordId } from './ids.ts';
import { readRecordInput } from './input/record-input.ts';
import { carryOut, interfere, spoil } from './interference.ts';
import type { NativeWire } from './native-wire.ts';
import { refusedByLedger } from './refused-by-ledger.ts';

/** By which method a model is written at its list and at one of its records. */
const methods: Partial<Record<Model, { list: 'POST'; record?: 'PATCH' }>> = {
  contacts: { list: 'POST', record: 'PATCH' },
  payments: { list: 'POST' },
};

/** The method that writes at this path; null where nothing can be written. */
export const writeMethod = (model: Model, id: string | undefined): 'POST' | 'PATCH' | null =>
  methods[model]?.[id === undefined ? 'list' : 'record'] ?? null;

/**
 * `POST /v1/{contacts|payments}` and `PATCH /v1/contacts/{id}`. From the first look into the books to the record put
 * there nothing else happens, so that of two callers at once the second sees what the first did.
 */
export async function answerWrite<M extends Model>(
  call: Call,
  wire: NativeWire,
  model: M,
  id: string | undefined,
): Promise<Answer> {
  const book = wire.tokens.bookOf(call);
  const place = { model, page: null, on: 'write' as const };
  await interfere(call, book, place, wire);
  const body = await readJson(call);
  const write = () => refusedByLedger(model, () => writeRecord(call, wire, book, model, id, body));
  const record = await carryOut(call, book, place, wire.store, write);
  const { records, cut } = spoil([formatRecord(model, record)], book, place, wire.store);
  return { status: id === undefined ? 201 : 200, body: records[0], cut, book: book.id };
}

function writeRecord<M extends Model>(
  call: Call,
  wire: NativeWire,
  book: Book,
  model: M,
  id: string | undefined,
  body: unknown,
): Records[M] {
  const now = wire.now();
  const existing = id === undefined ? null : findForChange(call, book, model, id);
  const fields = readRecordInput(model, body, { book, existing, now: now.getTime() });
  const record = existing
    ? updateRecord(book, model, existing, fields, now.toISOString())
    : createRecord(book, model, fields as Fields<M>, now.toISOString());
  wire.store.changed();
  return record;
}

/** The record, unless the caller says by `If-Match` that it read an older state of it. */
function findForChange<M extends Model>(call: Call, book: Book, model: M, id: string): Records[M] {
  const number = recordId(model, id);
  const record = number === null ? undefined : book.tables[model].live(number);
  if (!record) throw new Refusal(404, 'not_found', 'No such record', { book: book.id });
  const match = call.header('if-match');
  if (match !== null && match !== `"${record.modified}"`) {
    throw new Refusal(412, 'stale', 'The record was changed since it was read', { book: book.id });
  }
  return record;
}
