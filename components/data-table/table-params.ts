import { createLoader, createParser, parseAsArrayOf, parseAsInteger, parseAsString } from 'nuqs/server';
import { pageSizes } from '../../lib/page-size.ts';

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

/** The parsers of a list's address, by its definition. */
export function tableParsers<F extends string>(definition: TableDefinition<F>) {
  const fixed = {
    q: parseAsString.withDefault(''),
    sort: sortParser(definition.sorts),
    after: parseAsString,
    page: parseAsInteger.withDefault(1),
    rows: parseAsInteger,
    columns: parseAsArrayOf(parseAsString),
  };
  const filter = parseAsArrayOf(parseAsString).withDefault([]);
  const filters = Object.fromEntries(definition.filters.map((name) => [name, filter]));
  return { ...(filters as Record<F, typeof filter>), ...fixed };
}

type RawParams<F extends string> = Record<F, string[]> & {
  q: string;
  sort: string | null;
  after: string | null;
  page: number;
  rows: number | null;
  columns: string[] | null;
};

/** From the parsed address to the list's state. */
export function toTableParams<F extends string>(definition: TableDefinition<F>, raw: RawParams<F>): TableParams<F> {
  return {
    search: raw.q,
    sort: raw.sort ?? definition.defaultSort,
    filters: Object.fromEntries<string[]>(definition.filters.map((name) => [name, raw[name]])) as Record<F, string[]>,
    after: raw.after,
    page: Math.max(1, raw.page),
    rows: definition.rowSizes?.find((size) => size === raw.rows) ?? definition.rowSizes?.[0] ?? pageSizes[0],
    columns: raw.columns,
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
  const load = createLoader(tableParsers(definition));
  return toTableParams(definition, (await load(searchParams)) as RawParams<F>);
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

/** Accepts only the columns that can be sorted by; anything else reads as not given. */
const sortParser = (sorts: readonly string[]) =>
  createParser({
    parse: (value) => (sorts.includes(value.replace(/^-/, '')) ? value : null),
    serialize: (value: string) => value,
  });
