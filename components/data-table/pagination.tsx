'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { useLocale } from '../ui/viewer.tsx';
import { countLine } from './count-line.ts';
import type { TableControl } from './use-table-params.ts';

export interface PaginationProps {
  control: Pick<TableControl, 'params' | 'goNext' | 'goPrevious'>;
  /** How many match in all; null while it is not known. */
  total: number | null;
  /** How far the total was counted. */
  countLimit?: number;
  /** Rows on this page; null while they are on their way. */
  shown: number | null;
  pageSize: number;
  /** Cursor of the next page, or null on the last one. */
  next: string | null;
  noun: readonly [one: string, many: string];
}

/** What matches, always; and the way to the next page and back. */
export function Pagination({ control, total, countLimit, shown, pageSize, next, noun }: PaginationProps) {
  const locale = useLocale();
  const { after, page } = control.params;
  return (
    <nav
      data-slot="pagination"
      aria-label={`Pages of ${noun[1]}`}
      className="flex min-h-11 items-center justify-between gap-3 border-t px-4 py-1.5 text-muted-foreground text-xs"
    >
      <p role="status" className="num">
        {countLine({
          total,
          shown,
          first: (page - 1) * pageSize + 1,
          paged: after !== null || next !== null,
          noun,
          locale,
          countLimit,
        })}
      </p>
      {(after !== null || next !== null) && (
        <div className="flex gap-1.5">
          <Button size="sm" disabled={after === null} onClick={control.goPrevious}>
            <ChevronLeft aria-hidden />
            Previous
          </Button>
          <Button size="sm" disabled={next === null} onClick={() => next && control.goNext(next)}>
            Next
            <ChevronRight aria-hidden />
          </Button>
        </div>
      )}
    </nav>
  );
}
