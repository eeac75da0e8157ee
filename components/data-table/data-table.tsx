'use client';

import type { RowData } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { cn } from '../ui/cn.ts';
import type { AppColumns } from './columns.ts';
import { useDensity } from './density.tsx';
import type { TableFilter } from './filter-chip.tsx';
import { Pagination } from './pagination.tsx';
import { SearchProvider } from './search-match.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { TableGrid } from './table-grid.tsx';
import { NothingMatches, TableError, type TableFault } from './table-states.tsx';
import { Toolbar } from './toolbar.tsx';
import type { RowSelection } from './use-row-selection.ts';
import type { TableControl } from './use-table-params.ts';
import type { ListCount } from './use-total.ts';
import { ViewOptions } from './view-options.tsx';

export interface DataTableProps<Row extends RowData, F extends string> {
  /** What the rows are: `['company', 'companies']`. Names the table, the count and the states. */
  noun: readonly [one: string, many: string];
  /** A constant: `createAppColumnHelper<Row>().columns([…])`. */
  columns: AppColumns<Row>;
  /** The page's rows, as the server sorted them; undefined while the first ones are on their way. */
  rows: Row[] | undefined;
  rowId: (row: Row) => string;
  /** How many match, asked for apart from the rows. Without it the page holds all there is. */
  count?: ListCount;
  /** How many match, where it came with the rows. */
  total?: number | null;
  /** How far the total was counted, where counting all would cost too much: beyond, it says "more than". */
  countLimit?: number;
  /** Cursor of the next page, or null on the last one. */
  next: string | null;
  /** Rows of a full page, where the list's address does not say it. */
  pageSize?: number;
  /** From `useTableParams`. */
  control: TableControl<F>;
  filters?: ReadonlyArray<TableFilter<F>>;
  /** What can be searched: "Search companies". Without it there is no search. */
  searchLabel?: string;
  /** The menu of the list's saved views. */
  views?: ReactNode;
  /** Quiet actions at the right of the toolbar. */
  toolbarEnd?: ReactNode;
  /** Lets rows be chosen, with a bar of what can be done with them. */
  selection?: { rows: RowSelection; label: (row: Row) => string; actions: ReactNode };
  /** Shown when there is nothing at all: an `<Empty>` that says what to do. */
  empty: ReactNode;
  /** New rows are being fetched while the old ones still stand. */
  refreshing?: boolean;
  fault?: TableFault | null;
  onRetry?: () => void;
}

/**
 * The list of the console: search, filter chips, sorting, cursor pages, and every state it can be in. The server
 * sorts, filters and pages; the state stands in the address.
 *
 * @example
 * // columns.tsx
 * const helper = createAppColumnHelper<CompanyRow>();
 * export const companyColumns = helper.columns([
 *   helper.accessor('name', { header: 'Company', cell: ({ row }) => <NameCell href={…} name={row.original.name} /> }),
 *   helper.accessor('modelCount', { header: 'Models', meta: { align: 'right', className: 'w-24', from: 'lg' } }),
 *   helper.display({ id: 'actions', header: 'Actions', meta: { hiddenHead: true }, cell: ({ row }) => … }),
 * ]);
 * // A column can be sorted by when its id is in the definition's `sorts`.
 * export const companyList = { filters: ['health'], sorts: ['name'], defaultSort: '-createdAt' } as const;
 *
 * // company-table.tsx: the page reads `readTableParams(companyList, searchParams)` and prefetches the same query
 * const control = useTableParams(companyList);
 * const search = tableQuery(control.params);
 * return (
 *   <DataTable
 *     {...useListPage(initial, search, companiesQuery(search), companyCountQuery(search))}
 *     noun={['company', 'companies']} columns={companyColumns} rowId={(row) => row.id}
 *     control={control} searchLabel="Search companies" filters={[{ name: 'health', label: 'Health', options }]}
 *     empty={<Empty title="No companies yet" action={…} />}
 *   />
 * );
 */
export function DataTable<Row extends RowData, F extends string>(props: DataTableProps<Row, F>) {
  const { noun, control, fault, filters = [] } = props;
  // That the list before was empty says nothing of the one that is on its way.
  const rows = props.refreshing && props.rows?.length === 0 ? undefined : props.rows;
  const emptyList = rows?.length === 0;
  const blank = emptyList && !control.narrowed && control.params.after === null;
  const bare = blank && !fault;
  const { density } = useDensity();
  const place = { shown: rows?.length ?? null, after: control.params.after, next: rows ? props.next : null };
  const count = props.count ?? props.total ?? undefined;
  const end = (
    <>
      {props.views}
      {props.toolbarEnd}
      <ViewOptions control={control} columns={props.columns} />
    </>
  );
  return (
    <div data-slot="data-table" className="grid min-w-0 grid-cols-1 gap-3">
      {!bare && <Toolbar control={control} searchLabel={props.searchLabel} filters={filters} end={end} />}
      <div className="min-w-0 overflow-clip rounded-md border bg-surface">
        {fault ? (
          <TableError fault={fault} noun={noun[1]} onRetry={props.onRetry} />
        ) : blank ? (
          props.empty
        ) : emptyList ? (
          <NothingMatches noun={noun[1]} onClear={control.clear} />
        ) : (
          <div
            aria-busy={!rows || props.refreshing || control.pending}
            className={cn((props.refreshing || control.pending) && 'opacity-60')}
          >
            <SearchProvider search={control.params.search}>
              <TableGrid
                label={noun[1]}
                columns={props.columns}
                rows={rows}
                rowId={props.rowId}
                control={control}
                density={density}
                selection={props.selection}
              />
            </SearchProvider>
          </div>
        )}
        {!bare && !fault && (
          <Pagination
            control={control}
            count={count}
            countLimit={props.countLimit}
            place={place}
            refreshing={props.refreshing}
            pageSize={props.pageSize ?? control.params.rows}
            noun={noun}
          />
        )}
      </div>
      {props.selection && !fault && (
        <SelectionBar
          selection={props.selection.rows}
          page={rows?.map(props.rowId) ?? []}
          count={count}
          place={place}
          noun={noun}
          actions={props.selection.actions}
        />
      )}
    </div>
  );
}
