import type { RecordModel } from '../../domain/records/registry.ts';
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

/** So many rows of one page may be refused one by one; more are no matter of single records. */
const mostRefused = 20;

/** The next rows by id. One that Tryton refuses to compute stands in its place as `{ id, refused }`. */
export async function readPage(books: Books, model: RecordModel, query: ModelQuery, page: Page): Promise<Row[]> {
  const rows = await searchRead(books, query, page).catch(async (error: unknown) => {
    if (!isRefusal(error)) throw error;
    await requireReadAccess(books.client, books.context);
    await requireFields(books, query);
    return readWithout(books, query, page, error);
  });
  return model === 'CURRENCY'
    ? rows.map((row) => ({ ...row, company_currency: companyCurrency(books) }))
    : rows.map(inOrder);
}

/**
 * Asks for no row at all. What is refused then has nothing to do with a record: throws permission when this user may not
 * read a field, bad-request when this Tryton lacks one.
 */
export async function requireFields(books: Books, query: ModelQuery): Promise<void> {
  try {
    await searchRead(books, query, { domain: [['id', '=', 0], ...query.scope], limit: 1 });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new ConnectorError('permission', `This user may not read all fields of ${query.table} in Tryton.`, {
      evidence: error.evidence,
      field: 'user',
      cause: error,
    });
  }
}

const searchRead = ({ client, context }: Books, query: ModelQuery, { domain, limit, signal }: Page) =>
  client.call({
    method: `${query.table}.search_read`,
    args: [domain, 0, limit, [['id', 'ASC']], query.fields],
    context,
    answer: rowsAnswer,
    signal,
  });

/** The same page in ever smaller parts, until each refused row is found. */
async function readWithout(books: Books, query: ModelQuery, page: Page, because: ConnectorError): Promise<Row[]> {
  const { client, context } = books;
  let refused = 0;
  const read = async (ids: readonly number[]): Promise<Row[]> => {
    try {
      return await client.call({
        method: `${query.table}.read`,
        args: [ids, query.fields],
        context,
        answer: rowsAnswer,
        signal: page.signal,
      });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const [id] = ids;
      if (ids.length === 1 && id !== undefined) {
        refused += 1;
        if (refused > mostRefused) throw because;
        return [{ id, refused: error.evidence.platformMessage ?? error.message }];
      }
      const half = Math.ceil(ids.length / 2);
      return [...(await read(ids.slice(0, half))), ...(await read(ids.slice(half)))];
    }
  };
  const ids = await client.call({
    method: `${query.table}.search`,
    args: [page.domain, 0, page.limit, [['id', 'ASC']]],
    context,
    answer: idsAnswer,
    signal: page.signal,
  });
  const rows = ids.length > 0 ? await read(ids) : [];
  return rows.sort((a, b) => a.id - b.id);
}

const isRefusal = (error: unknown): error is ConnectorError =>
  error instanceof ConnectorError && error.failureClass === 'record-refused';

const companyCurrency = ({ company }: Books) => ({ id: company.currency.id, rate: company.currency.rate });

/** Tryton orders these by date alone, so that equal dates come in any order and would make a new hash. */
function inOrder(row: Row): Row {
  const instalments = row['lines_to_pay.'];
  if (!Array.isArray(instalments)) return row;
  return { ...row, 'lines_to_pay.': [...instalments].sort((a, b) => idOf(a) - idOf(b)) };
}

const idOf = (value: unknown) =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number' ? value.id : 0;
