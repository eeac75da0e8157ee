import { type Answer, type Call, methodNotAllowed, Refusal } from '../../http.ts';
import { type Book, type Model, models } from '../../state/book.ts';
import { recordOfExternalId } from '../../state/integrity.ts';
import { encodeCursor } from './cursor.ts';
import { formatRecord } from './format.ts';
import { recordId } from './ids.ts';
import { interfere, spoil } from './interference.ts';
import { type ListQuery, type LookupQuery, parseListQuery } from './list-query.ts';
import type { NativeWire } from './native-wire.ts';
import { answerWrite, writeMethod } from './writes.ts';

/** `/v1/{model}` and `/v1/{model}/{id}`: every model is read, some are written. */
export async function answerRecords(call: Call, wire: NativeWire): Promise<Answer> {
  const [, name = '', id, ...rest] = call.path;
  const model = models.find((one) => one === name);
  if (!model || rest.length > 0) throw new Refusal(404, 'not_found', 'Nothing at this path');
  const write = writeMethod(model, id);
  if (write !== null && call.method === write) return await answerWrite(call, wire, model, id);
  if (call.method !== 'GET') throw methodNotAllowed(write === null ? 'GET' : `GET, ${write}`);
  const book = wire.tokens.bookOf(call);
  return id === undefined ? await answerList(call, wire, book, model) : await answerOne(call, wire, book, model, id);
}

async function answerList(call: Call, wire: NativeWire, book: Book, model: Model): Promise<Answer> {
  const query = parseListQuery(model, call.url.searchParams);
  const place = { model, page: 'after' in query ? (query.after?.page ?? 1) : 1, on: 'read' as const };
  await interfere(call, book, place, wire);
  const page = 'after' in query ? walk(book, model, query) : lookUp(book, model, query);
  const { records, cut } = spoil(
    page.records.map((record) => formatRecord(model, record)),
    book,
    place,
    wire.store,
  );
  const last = page.records.at(-1);
  const next =
    page.more && last ? encodeCursor(model, { modified: last.modified, id: last.id, page: place.page + 1 }) : null;
  return { status: 200, body: { data: records, next_cursor: next }, cut, book: book.id };
}

const walk = (book: Book, model: Model, query: ListQuery) =>
  book.tables[model].page({
    after: query.after,
    since: query.since,
    limit: query.pageSize,
    withDeleted: query.withDeleted,
  });

/** Those of the named records that are there. */
function lookUp(book: Book, model: Model, query: LookupQuery) {
  const found =
    'ids' in query
      ? query.ids.map((id) => book.tables[model].live(id))
      : [recordOfExternalId(book, model, query.externalId)];
  return { records: found.filter((record) => record !== undefined), more: false };
}

async function answerOne(call: Call, wire: NativeWire, book: Book, model: Model, id: string): Promise<Answer> {
  for (const key of call.url.searchParams.keys())
    throw new Refusal(400, 'invalid_query', `${key} is not a parameter here`);
  const place = { model, page: null, on: 'read' as const };
  await interfere(call, book, place, wire);
  const number = recordId(model, id);
  const record = number === null ? undefined : book.tables[model].live(number);
  if (!record) throw new Refusal(404, 'not_found', 'No such record', { book: book.id });
  const { records, cut } = spoil([formatRecord(model, record)], book, place, wire.store);
  return { status: 200, body: records[0], cut, book: book.id };
}
