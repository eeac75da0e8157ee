'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type Ref, useLayoutEffect, useRef, useState } from 'react';
import { RowGap } from './row-gap.tsx';
import type { RowSpan } from './row-window.ts';

export interface VirtualRowsProps extends RowSpan {
  /** A row by its index; its `tr` takes the ref, by which its height is known, and `data-index`. */
  row: (index: number, ref: Ref<HTMLTableRowElement>) => ReactNode;
}

/** Rows beyond the edge of the window that are there already when one scrolls to them. */
const overscan = 15;

/** The rows of a long page that stand in the window, and gaps as high as the others. The page itself scrolls. */
export function VirtualRows({ count, rowHeight, columns, row }: VirtualRowsProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  // What stands above the rows may grow or go, as the notice of a running action does: asked at every rendering.
  useLayoutEffect(() => {
    const top = body.current?.getBoundingClientRect().top;
    if (top !== undefined) setScrollMargin(Math.round(top + window.scrollY));
  });
  const virtualizer = useWindowVirtualizer<HTMLTableRowElement>({
    count,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin,
  });
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  return (
    <tbody ref={body}>
      {first && <RowGap height={first.start - scrollMargin} columns={columns} />}
      {items.map(({ index }) => row(index, virtualizer.measureElement))}
      {last && <RowGap height={virtualizer.getTotalSize() - (last.end - scrollMargin)} columns={columns} />}
    </tbody>
  );
}
