import { z } from 'zod';
import type { Answer, Call } from '../../http.ts';
import { methodNotAllowed, readJson } from '../../http.ts';
import type { Book, Model } from '../../state/book.ts';
import { spoil } from '../native/interference.ts';
import { transactionTypes } from './ids.ts';
import { interfere } from './interference.ts';
import type { NetsuiteWire } from './netsuite-wire.ts';
import { netsuiteRefusal } from './refusal.ts';
import { type Result, runQuery } from './suiteql/run.ts';
import { SuiteqlError } from './suiteql/syntax.ts';
import { tablesOf } from './tables.ts';

const mostRows = 1000;
const mostInAll = 100_000;

const body = z.strictObject({ q: z.string().min(1) });

/** `POST /services/rest/query/v1/suiteql?limit=&offset=` with `Prefer: transient`. */
export async function answerSuiteql(call: Call, book: Book, wire: NetsuiteWire): Promise<Answer> {
  if (call.method !== 'POST') throw methodNotAllowed('POST');
  if (call.header('prefer') !== 'transient') {
    const message = 'The required request header Prefer is missing or invalid. Set it to transient.';
    throw netsuiteRefusal(400, 'INVALID_HEADER', message, { header: 'Prefer' });
  }
  const page = readPage(call.url.searchParams);
  const given = body.safeParse(await readJson(call));
  if (!given.success) throw netsuiteRefusal(400, 'INVALID_CONTENT', 'Invalid content in the request body.');
  const { q } = given.data;
  const place = { model: modelOf(q), page: null, on: 'read' as const };
  await interfere(call, book, place, wire);
  const { rows, total } = run(q, book, page);
  const { records, cut } = spoil(rows, book, place, wire.store);
  return {
    status: 200,
    book: book.id,
    cut,
    body: {
      links: [{ rel: 'self', href: `http://${call.header('host')}${call.url.pathname}${call.url.search}` }],
      count: records.length,
      hasMore: page.offset + page.limit < total,
      items: records.map((record) => ({ links: [], ...record })),
      offset: page.offset,
      totalResults: total,
    },
  };
}

function readPage(params: URLSearchParams): { limit: number; offset: number } {
  for (const name of params.keys()) {
    if (name !== 'limit' && name !== 'offset') throw badParameter(name, `Unknown query parameter ${name}.`);
  }
  const limit = readNumber(params, 'limit', mostRows);
  const offset = readNumber(params, 'offset', 0);
  if (limit < 1 || limit > mostRows) throw badParameter('limit', `The limit must be from 1 to ${mostRows}.`);
  if (offset % limit !== 0) throw badParameter('offset', 'The offset must be divisible by the limit.');
  if (offset + limit > mostInAll) throw badParameter('offset', `A query gives at most ${mostInAll} rows.`);
  return { limit, offset };
}

function readNumber(params: URLSearchParams, name: string, otherwise: number): number {
  const text = params.get(name);
  if (text === null) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw badParameter(name, `The ${name} must be a whole number.`);
  return Number(text);
}

const badParameter = (query: string, message: string) => netsuiteRefusal(400, 'INVALID_PARAMETER', message, { query });

function run(sql: string, book: Book, page: { limit: number; offset: number }): Result {
  try {
    return runQuery(sql, tablesOf(book), page);
  } catch (error) {
    if (!(error instanceof SuiteqlError)) throw error;
    const message = `Invalid search query. Detailed unprocessed description follows. Search error occurred: ${error.message}.`;
    throw netsuiteRefusal(400, 'INVALID_PARAMETER', message, { query: 'q' });
  }
}

const modelsOfTables: Readonly<Record<string, Model>> = {
  subsidiary: 'company',
  currency: 'currencies',
  account: 'accounts',
  item: 'items',
  entity: 'contacts',
  customer: 'contacts',
  vendor: 'contacts',
};

/** What a query reads, for faults that strike one model alone: by its first table, or the kind of transaction it names. */
function modelOf(sql: string): Model | null {
  const table = /\bfrom\s+(\w+)/i.exec(sql)?.[1]?.toLowerCase() ?? '';
  const kinds = Object.entries(transactionTypes) as [Model, string][];
  return modelsOfTables[table] ?? kinds.find(([, type]) => sql.includes(`'${type}'`))?.[0] ?? null;
}
