'use client';

import { usePathname } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import { useMemo, useTransition } from 'react';
import { rememberStep, stepBefore } from './cursor-trail.ts';
import { type TableDefinition, type TableParams, tableParsers, tableQuery, toTableParams } from './table-params.ts';

/** A list's state with the verbs that change it. Every change but a turned page goes back to the first page. */
export interface TableControl<F extends string = string> {
  params: TableParams<F>;
  definition: TableDefinition<F>;
  /** While the server renders the changed list (only with `server: true`). */
  pending: boolean;
  /** Whether search or filters narrow the list. */
  narrowed: boolean;
  /** The promise is kept once the address has the search. */
  setSearch: (search: string) => Promise<unknown>;
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
 * @param definition a constant; the hook rebuilds its parsers when it changes
 * @param options `server: true` asks the server for the page again on every change, for lists whose rows come as props;
 *   without it only the address changes and the query that holds `params` in its key fetches
 */
export function useTableParams<F extends string>(
  definition: TableDefinition<F>,
  options: { server?: boolean } = {},
): TableControl<F> {
  const pathname = usePathname();
  const [pending, startTransition] = useTransition();
  const parsers = useMemo(() => tableParsers(definition), [definition]);
  const [raw, setRaw] = useQueryStates(parsers, {
    shallow: !options.server,
    history: 'push',
    clearOnDefault: true,
    startTransition: options.server ? startTransition : undefined,
  });
  const params = useMemo(
    () => toTableParams(definition, raw as Parameters<typeof toTableParams<F>>[1]),
    [definition, raw],
  );

  // The keys are names known only at run time, so their values can't be typed beyond this line.
  const set = (change: Record<string, unknown>, history: 'push' | 'replace' = 'push') =>
    setRaw({ after: null, page: null, ...change } as Parameters<typeof setRaw>[0], { history });
  const list = `${pathname}?${tableQuery({ ...params, after: null })}`;

  return {
    params,
    definition,
    pending,
    narrowed: params.search !== '' || definition.filters.some((name) => params.filters[name].length > 0),
    setSearch: (search) => set({ q: search || null }, 'replace'),
    setSort: (sort) => void set({ sort: sort === definition.defaultSort ? null : sort }),
    setFilter: (name, values) => void set({ [name]: values.length > 0 ? values : null }),
    setRows: (rows) => void set({ rows: rows === definition.rowSizes?.[0] ? null : rows }),
    setColumns: (columns) => void setRaw({ columns } as Parameters<typeof setRaw>[0], { history: 'replace' }),
    clear: () => void set({ q: null, ...Object.fromEntries(definition.filters.map((name) => [name, null])) }),
    goNext: (cursor) => {
      rememberStep(list, params.after, cursor);
      void set({ after: cursor, page: params.page + 1 });
    },
    goPrevious: () => {
      const before = params.after ? stepBefore(list, params.after) : null;
      void set({ after: before, page: before ? Math.max(2, params.page - 1) : null });
    },
  };
}
