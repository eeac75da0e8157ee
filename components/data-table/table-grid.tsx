'use client';

import type { RowData, SortingState } from '@tanstack/react-table';
import { useMemo } from 'react';
import { cn } from '../ui/cn.ts';
import { columnVisibility } from './column-choice.ts';
import type { AppColumns } from './columns.ts';
import type { Density } from './density-cookie.ts';
import { pageState } from './row-selection.ts';
import { SelectCell, SelectHead } from './select-cells.tsx';
import { cellClasses } from './table-cell-classes.ts';
import { ColumnHead } from './table-head.tsx';
import { useAppTable } from './table-kit.ts';
import { SkeletonRows } from './table-states.tsx';
import type { RowSelection } from './use-row-selection.ts';
import type { TableControl } from './use-table-params.ts';

export interface TableGridProps<Row extends RowData, F extends string> {
  label: string;
  columns: AppColumns<Row>;
  rows: Row[] | undefined;
  rowId: (row: Row) => string;
  control: TableControl<F>;
  density: Density;
  /** With it each row has a box to choose it by; `label` names the row. */
  selection?: { rows: RowSelection; label: (row: Row) => string };
}

const heights = { comfortable: 'h-11', compact: 'h-9' } as const;
const noRows: never[] = [];

/** Head and rows. Wide screens scroll the page under a sticky head; narrower ones scroll inside the frame. */
export function TableGrid<Row extends RowData, F extends string>(props: TableGridProps<Row, F>) {
  const { control, rows, density } = props;
  const { sort } = control.params;
  const sorting = useMemo(() => toSorting(sort), [sort]);
  const chosen = control.params.columns;
  const visibility = useMemo(() => columnVisibility(props.columns, chosen), [props.columns, chosen]);
  const table = useAppTable<Row>({
    columns: props.columns as AppColumns<Row> & unknown[],
    data: rows ?? noRows,
    getRowId: props.rowId,
    state: { sorting, columnVisibility: visibility },
    onSortingChange: (updater) => {
      const [first] = typeof updater === 'function' ? updater(sorting) : updater;
      if (first) control.setSort(first.desc ? `-${first.id}` : first.id);
    },
  });
  const { selection } = props;
  const ids = rows?.map(props.rowId) ?? noRows;
  return (
    <section
      aria-label={`${props.label}, table`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="focus-ring relative max-xl:overflow-x-auto"
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <thead className="xl:sticky xl:top-(--topbar) xl:z-2">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {selection && (
                <SelectHead
                  state={pageState(selection.rows.chosen, ids)}
                  disabled={ids.length === 0}
                  onChange={(ticked) => selection.rows.togglePage(ids, ticked)}
                />
              )}
              {group.headers.map((header, index) => (
                <ColumnHead
                  key={header.id}
                  look={header.column.columnDef.meta}
                  first={index === 0}
                  chosen={chosen !== null}
                  sort={
                    control.definition.sorts.includes(header.column.id)
                      ? {
                          direction: header.column.getIsSorted(),
                          onToggle: () => header.column.toggleSorting(),
                        }
                      : undefined
                  }
                >
                  <table.FlexRender header={header} />
                </ColumnHead>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {!rows && <SkeletonRows columns={table.getVisibleLeafColumns().length} rows={10} height={heights[density]} />}
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} className="group/row" data-chosen={isChosen(selection, row.id) || undefined}>
              {selection && (
                <SelectCell
                  label={selection.label(row.original)}
                  ticked={isChosen(selection, row.id)}
                  height={heights[density]}
                  onChange={(ticked) => selection.rows.toggleRow(row.id, ticked, ids)}
                />
              )}
              {row.getVisibleCells().map((cell, index) => (
                <td
                  key={cell.id}
                  className={cn(
                    heights[density],
                    'relative border-b bg-surface py-1 transition-colors group-last/row:border-b-0 group-hover/row:bg-subtle group-data-chosen/row:bg-primary-tint',
                    cellClasses(cell.column.columnDef.meta, index === 0, chosen !== null),
                  )}
                >
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const isChosen = (selection: { rows: RowSelection } | undefined, id: string): boolean =>
  selection !== undefined && (selection.rows.chosen.all || selection.rows.chosen.ids.includes(id));

const toSorting = (sort: string | null): SortingState =>
  sort ? [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }] : [];
