import { type Answer, type Call, methodNotAllowed, Refusal } from '../../http.ts';
import { type Book, type Model, models } from '../../state/book.ts';
import type { Store } from '../../state/store.ts';
import { encodeCursor } from './cursor.ts';
import { formatRecord } from './format.ts';
import { recordId } from './ids.ts';
import { interfere, spoil } from './interference.ts';
import { parseListQuery } from './list-query.ts';
import type { Tokens } from './tokens.ts';

/** `GET /v1/{model}` and `GET /v1/{model}/{id}`. */
export async function answerRecords(call: Call, store: Store, tokens: Tokens): Promise<Answer> {
  const [, name = '', id, ...rest] = call.path;
  const model = models.find((one) => one === name);
  if (!model || rest.length > 0) throw new Refusal(404, 'not_found', 'Nothing at this path');
  if (call.method !== 'GET') throw methodNotAllowed('GET');
  const book = tokens.bookOf(call);
  if (id !== undefined) return await answerOne(call, book, model, id, store, tokens);

  const query = parseListQuery(model, call.url.searchParams);
  const place = { model, page: query.after?.page ?? 1 };
  await interfere(call, book, place, store, tokens);
  const page = book.tables[model].page({
    after: query.after,
    since: query.since,
    limit: query.pageSize,
    withDeleted: query.withDeleted,
  });
  const last = page.records.at(-1);
  const { records, cut } = spoil(
    page.records.map((record) => formatRecord(model, record)),
    book,
    place,
    store,
  );
  const next =
    page.more && last ? encodeCursor(model, { modified: last.modified, id: last.id, page: place.page + 1 }) : null;
  return { status: 200, body: { data: records, next_cursor: next }, cut, book: book.id };
}

async function answerOne(
  call: Call,
  book: Book,
  model: Model,
  id: string,
  store: Store,
  tokens: Tokens,
): Promise<Answer> {
  for (const key of call.url.searchParams.keys())
    throw new Refusal(400, 'invalid_query', `${key} is not a parameter here`);
  const place = { model, page: null };
  await interfere(call, book, place, store, tokens);
  const number = recordId(model, id);
  const record = number === null ? undefined : book.tables[model].live(number);
  if (!record) throw new Refusal(404, 'not_found', 'No such record', { book: book.id });
  const { records, cut } = spoil([formatRecord(model, record)], book, place, store);
  return { status: 200, body: records[0], cut, book: book.id };
}
