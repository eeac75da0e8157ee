import { ConnectorError } from '../errors.ts';
import { requireReadAccess } from './access.ts';
import { idsAnswer, type Row, rowsAnswer } from './api-types.ts';
import type { Books } from './books.ts';
import type { Domain, ModelQuery } from './queries/query.ts';

export interface Page {
  domain: Domain;
  limit: number;
  signal?: AbortSignal;
}

export interface PageRows {
  rows: Row[];
  /** Of the last row that was looked at, whether it is kept or not; null when that was the end. */
  lastId: number | null;
}

/** So many rows of one page may be refused one by one; more are no matter of single records. */
const mostRefused = 20;

/** The next rows by id. One that Tryton refuses to compute stands in its place as `{ id, refused }`. */
export async function readPage(books: Books, query: ModelQuery, page: Page): Promise<PageRows> {
  const { part, complete, fields } = query;
  const looked = await searchRead(books, query, page, part?.fields ?? fields).catch(async (error: unknown) => {
    if (!isRefusal(error)) throw error;
    await requireReadAccess(books.client, books.context);
    await requireFields(books, query);
    return null;
  });
  const found = looked?.map(({ id }) => id) ?? (await searchIds(books, query, page));
  const lastId = found.length === page.limit ? (found.at(-1) ?? null) : null;
  const wanted = looked && part ? looked.filter(part.keeps).map(({ id }) => id) : found;
  const rows = looked && !part ? looked : await readThose(books, query, wanted, page.signal);
  // One that is refused may be of either part.
  const kept = part ? rows.filter((row) => 'refused' in row || part.keeps(row)) : rows;
  return { rows: complete ? await complete(kept, page.signal) : kept, lastId };
}

/**
 * Asks for no row at all. What is refused then has nothing to do with a record: throws permission when this user may not
 * read a field, bad-request when this Tryton lacks one.
 */
export async function requireFields(books: Books, query: ModelQuery): Promise<void> {
  try {
    await searchRead(books, query, { domain: [['id', '=', 0], ...query.scope], limit: 1 }, query.fields);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new ConnectorError('permission', `This user may not read all fields of ${query.table} in Tryton.`, {
      evidence: error.evidence,
      field: 'user',
      cause: error,
    });
  }
}

const searchRead = (
  { client, context }: Books,
  { table }: ModelQuery,
  { domain, limit, signal }: Page,
  fields: readonly string[],
) =>
  client.call({
    method: `${table}.search_read`,
    args: [domain, 0, limit, [['id', 'ASC']], fields],
    context,
    answer: rowsAnswer,
    signal,
  });

const searchIds = ({ client, context }: Books, { table }: ModelQuery, { domain, limit, signal }: Page) =>
  client.call({
    method: `${table}.search`,
    args: [domain, 0, limit, [['id', 'ASC']]],
    context,
    answer: idsAnswer,
    signal,
  });

/** These rows whole, in ever smaller parts until each refused one is found. One that is gone meanwhile is left out. */
async function readThose(
  books: Books,
  query: ModelQuery,
  wanted: readonly number[],
  signal?: AbortSignal,
): Promise<Row[]> {
  let refused = 0;
  const read = async (ids: readonly number[]): Promise<Row[]> => {
    try {
      return await searchRead(books, query, { domain: [['id', 'in', ids]], limit: ids.length, signal }, query.fields);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const [id] = ids;
      if (ids.length === 1 && id !== undefined) {
        refused += 1;
        if (refused > mostRefused) throw error;
        return [{ id, refused: error.evidence.platformMessage ?? error.message }];
      }
      const half = Math.ceil(ids.length / 2);
      return [...(await read(ids.slice(0, half))), ...(await read(ids.slice(half)))];
    }
  };
  return wanted.length > 0 ? read(wanted) : [];
}

const isRefusal = (error: unknown): error is ConnectorError =>
  error instanceof ConnectorError && error.failureClass === 'record-refused';
