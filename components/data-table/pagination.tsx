'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Suspense } from 'react';
import { Button } from '../ui/button.tsx';
import { CountText, TotalText } from './count-text.tsx';
import type { TableControl } from './use-table-params.ts';
import type { ListCount, Place } from './use-total.ts';

export interface PaginationProps {
  control: Pick<TableControl, 'params' | 'goNext' | 'goPrevious'>;
  count: ListCount | number | undefined;
  /** How far the total was counted. */
  countLimit?: number;
  place: Place;
  /** The rows that stand there are those of the list before, until its own come. */
  refreshing?: boolean;
  pageSize: number;
  noun: readonly [one: string, many: string];
}

/** What matches, always; and the way to the next page and back, which does not wait for the count. */
export function Pagination({ control, count, countLimit, place, refreshing, pageSize, noun }: PaginationProps) {
  const { after, page } = control.params;
  const { shown, next } = place;
  const paged = after !== null || next !== null;
  const words = { shown, first: (page - 1) * pageSize + 1, paged, noun, countLimit };
  return (
    <nav
      data-slot="pagination"
      aria-label={`Pages of ${noun[1]}`}
      className="flex min-h-11 items-center justify-between gap-3 border-t px-4 py-1.5 text-muted-foreground text-xs"
    >
      <p role="status" className="num">
        <Suspense fallback={<TotalText total={{ total: null }} words={words} />}>
          <CountText count={count} place={refreshing ? { ...place, shown: null } : place} words={words} />
        </Suspense>
      </p>
      {paged && (
        <div className="flex gap-1.5">
          <Button size="sm" disabled={after === null} onClick={control.goPrevious}>
            <ChevronLeft aria-hidden />
            Previous
          </Button>
          <Button
            size="sm"
            disabled={next === null}
            aria-busy={shown === null}
            onClick={() => next && !refreshing && control.goNext(next)}
          >
            Next
            <ChevronRight aria-hidden />
          </Button>
        </div>
      )}
    </nav>
  );
}
