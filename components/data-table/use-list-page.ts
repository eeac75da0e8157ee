'use client';

import { type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query';
import { faultOf } from '../../lib/get-json.ts';
import type { TableFault } from './table-states.tsx';
import { useInitialPage } from './use-initial-page.ts';
import type { ListCount } from './use-total.ts';

/** What the server rendered of a list. */
export interface InitialList<Page> {
  /** The address state that it answers. */
  query: string | null;
  page: Page;
  /** How many match, for which the page did not wait: what `countLater` gives. */
  total?: Promise<number | null>;
}

/** What a table takes of its rows and their number. */
export interface ListPage<Row> {
  rows: Row[] | undefined;
  next: string | null;
  count: ListCount | undefined;
  refreshing: boolean;
  fault: TableFault | null;
  onRetry: () => void;
}

/**
 * The rows of a list by the state of its address, with what the server rendered as the first of them, and their number in
 * a query of its own: `<DataTable {...useListPage(…)} />`.
 *
 * @param state the list's state now, in the form of `initial.query`
 * @param count without it the rows are all there are
 */
export function useListPage<Row, Key extends QueryKey>(
  initial: InitialList<{ rows: Row[]; next: string | null }>,
  state: URLSearchParams,
  page: UseQueryOptions<{ rows: Row[]; next: string | null }, Error, { rows: Row[]; next: string | null }, Key>,
  count?: UseQueryOptions<number>,
): ListPage<Row> {
  const first = useInitialPage(initial, state.toString());
  const query = useQuery({ ...page, ...first });
  return {
    rows: query.data?.rows,
    next: query.data?.next ?? null,
    count: count && { query: count, first: first.initialData && initial.total },
    refreshing: query.isPlaceholderData,
    fault: query.data ? null : faultOf(query.error),
    onRetry: query.refetch,
  };
}
