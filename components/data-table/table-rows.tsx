'use client';

import { type ReactNode, type Ref, useEffect, useState } from 'react';
import { RowGap } from './row-gap.tsx';
import { drawnFirst, drawnWhole, type RowSpan } from './row-window.ts';
import type { VirtualRowsProps } from './virtual-rows.tsx';

export interface TableRowsProps extends RowSpan {
  /** A row by its index, with a place on a page of which not all rows are drawn. */
  row: (index: number, ref?: Ref<HTMLTableRowElement>) => ReactNode;
}

type Virtual = (props: VirtualRowsProps) => ReactNode;

/** The body of a table: drawn whole, or on a long page only what stands in the window. */
export function TableRows(props: TableRowsProps) {
  const { count, rowHeight, columns, row } = props;
  const [Virtual, setVirtual] = useState<Virtual | null>(null);
  const isLong = count > drawnWhole;
  useEffect(() => {
    if (isLong) void import('./virtual-rows.tsx').then((module) => setVirtual(() => module.VirtualRows));
  }, [isLong]);
  if (isLong && Virtual) return <Virtual {...props} />;
  const drawn = isLong ? drawnFirst : count;
  return (
    <tbody>
      {Array.from({ length: drawn }, (_, index) => row(index))}
      <RowGap height={(count - drawn) * rowHeight} columns={columns} />
    </tbody>
  );
}
