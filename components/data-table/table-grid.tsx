'use client';

import type { RowData, SortingState } from '@tanstack/react-table';
import { useMemo } from 'react';
import { BodyRow, rowHeights } from './body-row.tsx';
import { columnVisibility } from './column-choice.ts';
import type { AppColumns } from './columns.ts';
import type { Density } from './density-cookie.ts';
import { pageState } from './row-selection.ts';
import { drawnWhole } from './row-window.ts';
import { SelectHead } from './select-cells.tsx';
import { ColumnHead } from './table-head.tsx';
import { useAppTable } from './table-kit.ts';
import { TableRows } from './table-rows.tsx';
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
  const bodyRows = table.getRowModel().rows;
  const columnCount = table.getVisibleLeafColumns().length + (selection ? 1 : 0);
  return (
    <section
      aria-label={`${props.label}, table`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="focus-ring @container relative max-xl:overflow-x-auto"
    >
      <table
        aria-rowcount={bodyRows.length > drawnWhole ? bodyRows.length + 1 : undefined}
        className="w-full border-separate border-spacing-0 text-sm"
      >
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
        {rows ? (
          <TableRows
            count={bodyRows.length}
            rowHeight={rowHeights[density].pixels}
            columns={columnCount}
            row={(index, ref) => {
              const row = bodyRows[index];
              if (!row) return null;
              return (
                <BodyRow
                  key={row.id}
                  row={row}
                  density={density}
                  columnsChosen={chosen !== null}
                  place={ref ? { index, ref } : undefined}
                  choice={
                    selection && {
                      label: selection.label(row.original),
                      ticked: isChosen(selection.rows, row.id),
                      onChange: (ticked) => selection.rows.toggleRow(row.id, ticked, ids),
                    }
                  }
                  render={(cell) => <table.FlexRender cell={cell} />}
                />
              );
            }}
          />
        ) : (
          <tbody>
            <SkeletonRows columns={columnCount} rows={10} height={rowHeights[density].className} />
          </tbody>
        )}
      </table>
    </section>
  );
}

const isChosen = ({ chosen }: RowSelection, id: string): boolean => chosen.all || chosen.ids.includes(id);

const toSorting = (sort: string | null): SortingState =>
  sort ? [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }] : [];
