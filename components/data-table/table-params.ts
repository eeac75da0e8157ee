import { pageSizes } from '../../lib/page-size.ts';
import { listOf, wholeOf } from '../ui/query-change.ts';

/** What of a list's state stands in its address. */
export interface TableDefinition<F extends string = string> {
  /** Names of the filters, as they stand in the address: `?health=FAILING,EXPIRED`. */
  filters: readonly F[];
  /** Ids of the columns that the server can sort by; `?sort=name`, descending with a minus. */
  sorts: readonly string[];
  /** The order without `?sort=`: a column id, descending with a minus. */
  defaultSort: string | null;
  /** How many rows a page may have, where its server offers a choice; the first without `?rows=`. */
  rowSizes?: readonly number[];
}

/** A list's state: what to ask the server for. Plain data, good as a part of a query key. */
export interface TableParams<F extends string = string> {
  /** The searched words, or an empty text. */
  search: string;
  /** Column id, descending with a minus. */
  sort: string | null;
  filters: Record<F, string[]>;
  /** Cursor of the page, or null for the first one. */
  after: string | null;
  /** Number of the page, from 1; for display only, the cursor decides. */
  page: number;
  /** Rows of a full page. */
  rows: number;
  /** Ids of the columns that somebody chose; null for the usual ones. For display only. */
  columns: string[] | null;
}

/** Reads a list's state from the query of its address. */
export function tableParamsOf<F extends string>(
  definition: TableDefinition<F>,
  query: URLSearchParams,
): TableParams<F> {
  const filters = definition.filters.map((name) => [name, listOf(query.get(name))]);
  const rows = wholeOf(query.get('rows'));
  return {
    search: query.get('q') ?? '',
    sort: sortOf(definition, query.get('sort')),
    filters: Object.fromEntries(filters) as Record<F, string[]>,
    after: query.get('after'),
    page: Math.max(1, wholeOf(query.get('page')) ?? 1),
    rows: definition.rowSizes?.find((size) => size === rows) ?? definition.rowSizes?.[0] ?? pageSizes[0],
    columns: query.has('columns') ? listOf(query.get('columns')) : null,
  };
}

/**
 * Reads a list's state on the server, from the page's `searchParams`. Values are texts that anybody may have typed:
 * the domain's schema still has to check them.
 */
export async function readTableParams<F extends string>(
  definition: TableDefinition<F>,
  searchParams: Promise<Record<string, string | string[] | undefined>>,
): Promise<TableParams<F>> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams)) {
    const text = Array.isArray(value) ? value[0] : value;
    if (text !== undefined) query.set(name, text);
  }
  return tableParamsOf(definition, query);
}

/** The same state as a query string for the console's JSON routes; empty parts are left out. */
export function tableQuery(params: TableParams): URLSearchParams {
  const query = new URLSearchParams();
  if (params.search) query.set('q', params.search);
  if (params.sort) query.set('sort', params.sort);
  if (params.after) query.set('after', params.after);
  if (params.rows !== pageSizes[0]) query.set('rows', String(params.rows));
  for (const [name, values] of Object.entries(params.filters)) {
    if (values.length > 0) query.set(name, values.join(','));
  }
  return query;
}

/** Only by columns that can be sorted by; anything else reads as not given. */
const sortOf = ({ sorts, defaultSort }: TableDefinition, text: string | null): string | null =>
  text !== null && sorts.includes(text.replace(/^-/, '')) ? text : defaultSort;
