'use client';

import { usePathname } from 'next/navigation';
import { useMemo, useTransition } from 'react';
import { listText, type QueryChange } from '../ui/query-change.ts';
import { useAddress } from '../ui/use-address.ts';
import { rememberStep, stepBefore } from './cursor-trail.ts';
import { type TableDefinition, type TableParams, tableParamsOf, tableQuery } from './table-params.ts';

/** A list's state with the verbs that change it. Every change but a turned page goes back to the first page. */
export interface TableControl<F extends string = string> {
  params: TableParams<F>;
  definition: TableDefinition<F>;
  /** While the server renders the changed list (only with `server: true`). */
  pending: boolean;
  /** Whether search or filters narrow the list. */
  narrowed: boolean;
  setSearch: (search: string) => void;
  setSort: (sort: string) => void;
  setFilter: (name: F, values: string[]) => void;
  setRows: (rows: number) => void;
  /** Ids of the columns to show; null for the usual ones. Stays on the page that is shown. */
  setColumns: (columns: string[] | null) => void;
  clear: () => void;
  goNext: (cursor: string) => void;
  goPrevious: () => void;
}

/**
 * Binds a list to the address of the page.
 *
 * @param definition a constant
 * @param options `server: true` asks the server for the page again on every change, for lists whose rows come as props;
 *   without it only the address changes and the query that holds `params` in its key fetches
 */
export function useTableParams<F extends string>(
  definition: TableDefinition<F>,
  options: { server?: boolean } = {},
): TableControl<F> {
  const pathname = usePathname();
  const [pending, startTransition] = useTransition();
  const { query, change } = useAddress();
  const params = useMemo(() => tableParamsOf(definition, query), [definition, query]);

  const serverTransition = options.server ? startTransition : undefined;
  const set = (changes: QueryChange, history: 'push' | 'replace' = 'push') =>
    change({ after: null, page: null, ...changes }, { history, serverTransition });
  const list = `${pathname}?${tableQuery({ ...params, after: null })}`;

  return {
    params,
    definition,
    pending,
    narrowed: params.search !== '' || definition.filters.some((name) => params.filters[name].length > 0),
    setSearch: (search) => set({ q: search || null }, 'replace'),
    setSort: (sort) => set({ sort: sort === definition.defaultSort ? null : sort }),
    setFilter: (name, values) => set({ [name]: values.length > 0 ? listText(values) : null }),
    setRows: (rows) => set({ rows: rows === definition.rowSizes?.[0] ? null : String(rows) }),
    setColumns: (columns) => change({ columns: columns && listText(columns) }, { history: 'replace' }),
    clear: () => set({ q: null, ...Object.fromEntries(definition.filters.map((name) => [name, null])) }),
    goNext: (cursor) => {
      rememberStep(list, params.after, cursor);
      set({ after: cursor, page: String(params.page + 1) });
    },
    goPrevious: () => {
      const before = params.after ? stepBefore(list, params.after) : null;
      set({ after: before, page: before ? String(Math.max(2, params.page - 1)) : null });
    },
  };
}
