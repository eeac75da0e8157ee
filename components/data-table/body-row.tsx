'use client';

import type { Cell, Row, RowData } from '@tanstack/react-table';
import type { ReactNode, Ref } from 'react';
import { cn } from '../ui/cn.ts';
import type { Density } from './density-cookie.ts';
import { SelectCell } from './select-cells.tsx';
import { cellClasses } from './table-cell-classes.ts';
import type { AppFeatures } from './table-kit.ts';

export const rowHeights: Record<Density, { className: string; pixels: number }> = {
  comfortable: { className: 'h-11', pixels: 44 },
  compact: { className: 'h-9', pixels: 36 },
};

export interface BodyRowProps<Data extends RowData> {
  row: Row<AppFeatures, Data>;
  density: Density;
  /** Somebody chose the table's columns. */
  columnsChosen: boolean;
  /** With it the row has a box to choose it by. */
  choice?: { label: string; ticked: boolean; onChange: (ticked: boolean) => void };
  /** Its place on a page of which not all rows are drawn. */
  place?: { index: number; ref: Ref<HTMLTableRowElement> };
  render: (cell: Cell<AppFeatures, Data, unknown>) => ReactNode;
}

/** One row. */
export function BodyRow<Data extends RowData>(props: BodyRowProps<Data>) {
  const { row, choice, place, columnsChosen } = props;
  const height = rowHeights[props.density].className;
  return (
    <tr
      ref={place?.ref}
      data-index={place?.index}
      // The head is the first row.
      aria-rowindex={place && place.index + 2}
      data-chosen={choice?.ticked || undefined}
      className="group/row"
    >
      {choice && <SelectCell {...choice} height={height} />}
      {row.getVisibleCells().map((cell, index) => (
        <td
          key={cell.id}
          className={cn(
            height,
            'relative border-b bg-surface py-1 transition-colors group-last/row:border-b-0 group-hover/row:bg-subtle group-data-chosen/row:bg-primary-tint',
            cellClasses(cell.column.columnDef.meta, index === 0, columnsChosen),
          )}
        >
          {props.render(cell)}
        </td>
      ))}
    </tr>
  );
}
