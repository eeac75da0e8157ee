import { Decimal } from './decimal.ts';
import { type Filter, parseFilter } from './filter.ts';
import { badRequest } from './odata-error.ts';
import type { WireRow } from './wire-row.ts';

/** The largest page that the service gives, also where nothing or more is asked for. */
const largestPage = 20_000;

/** A list as it was asked for. */
export interface ListQuery {
  filter: Filter;
  orderBy: readonly { field: string; isDescending: boolean }[];
  /** Of the whole list, not of a page. */
  top: number | null;
  expand: readonly string[];
  pageSize: number;
  /** The values that the last record of the page before had, in the order of `orderBy`; and how many went before. */
  after: { values: readonly unknown[]; page: number; given: number } | null;
}

const known = ['$filter', '$orderby', '$top', '$expand', '$skiptoken'];

/** Parses the query and `Prefer: odata.maxpagesize`. `fields` and `navigations` are those of the type; null takes any field. Throws Refusal 400. */
export function parseListQuery(
  params: URLSearchParams,
  prefer: string | null,
  type: { fields: readonly string[] | null; navigations: readonly string[] },
): ListQuery {
  for (const key of params.keys()) {
    if (!known.includes(key)) throw badRequest(`The query parameter '${key}' is not supported`);
  }
  const hasField = (name: string) => type.fields?.includes(name) ?? true;
  const filter = params.get('$filter');
  const expand = params.get('$expand')?.split(',') ?? [];
  for (const name of expand) {
    if (!type.navigations.includes(name)) throw badRequest(`Could not find a property named '${name}'`);
  }
  return {
    filter: filter === null ? () => true : parseFilter(filter, hasField),
    orderBy: orderOf(params.get('$orderby'), hasField),
    top: wholeNumber(params.get('$top'), '$top'),
    expand,
    pageSize: Math.min(pageSizeOf(prefer), largestPage),
    after: readToken(params.get('$skiptoken')),
  };
}

function orderOf(text: string | null, hasField: (name: string) => boolean): ListQuery['orderBy'] {
  const wanted = (text?.split(',') ?? []).map((part) => {
    const [field = '', direction = 'asc', ...rest] = part.trim().split(/\s+/);
    if (!hasField(field)) throw badRequest(`Could not find a property named '${field}'`);
    if (rest.length > 0 || !['asc', 'desc'].includes(direction)) throw badRequest(`$orderby can't be read: ${text}`);
    return { field, isDescending: direction === 'desc' };
  });
  // The key decides between equals, so that a page never begins in the middle of them.
  return wanted.some(({ field }) => field === 'id') ? wanted : [...wanted, { field: 'id', isDescending: false }];
}

function wholeNumber(text: string | null, name: string): number | null {
  if (text === null) return null;
  if (!/^\d{1,9}$/.test(text)) throw badRequest(`${name} must be a whole number`);
  return Number(text);
}

function pageSizeOf(prefer: string | null): number {
  const size = /(?:^|,)\s*odata\.maxpagesize\s*=\s*(\d{1,6})/i.exec(prefer ?? '')?.[1];
  return size === undefined || Number(size) === 0 ? largestPage : Number(size);
}

/** The next page, and the token of the one after it. */
export function pageOf(rows: readonly WireRow[], query: ListQuery): { rows: WireRow[]; token: string | null } {
  const { orderBy, after, top } = query;
  const compare = (a: readonly unknown[], b: readonly unknown[]) => {
    for (const [index, { isDescending }] of orderBy.entries()) {
      const difference = compareValues(a[index], b[index]);
      if (difference !== 0) return isDescending ? -difference : difference;
    }
    return 0;
  };
  const sorted = rows
    .filter(query.filter)
    .map((row) => ({ row, values: orderBy.map(({ field }) => plain(row[field])) }))
    .filter(({ values }) => after === null || compare(values, after.values) > 0)
    .sort((a, b) => compare(a.values, b.values));
  const left = top === null ? sorted.length : Math.max(0, top - (after?.given ?? 0));
  const taken = sorted.slice(0, Math.min(query.pageSize, left));
  const last = taken.at(-1);
  const hasMore = last !== undefined && taken.length < Math.min(sorted.length, left);
  const position = [last?.values, (after?.page ?? 1) + 1, (after?.given ?? 0) + taken.length];
  return {
    rows: taken.map(({ row }) => row),
    token: hasMore ? Buffer.from(JSON.stringify(position)).toString('base64url') : null,
  };
}

const plain = (value: unknown) => (value instanceof Decimal ? Number(value.text) : (value ?? null));

function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return -1;
  if (b === null || b === undefined) return 1;
  return a < b ? -1 : 1;
}

function readToken(text: string | null): ListQuery['after'] {
  if (text === null) return null;
  try {
    const [values, page, given] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(values) && Number.isSafeInteger(page) && Number.isSafeInteger(given)) {
      return { values, page, given };
    }
  } catch {
    // Answered below, as a token of the wrong shape is.
  }
  throw badRequest('The skip token is not valid');
}
