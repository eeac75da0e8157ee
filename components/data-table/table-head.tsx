import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '../ui/cn.ts';
import { cellClasses } from './table-cell-classes.ts';
import type { ColumnLook } from './table-kit.ts';

export interface ColumnHeadProps {
  look: ColumnLook | undefined;
  first: boolean;
  /** Somebody chose the table's columns. */
  chosen: boolean;
  /** Left out where the server can't sort by this column. */
  sort?: { direction: 'asc' | 'desc' | false; onToggle: () => void };
  children: ReactNode;
}

/** A column's name; a button where the server can sort by it. */
export function ColumnHead({ look, first, chosen, sort, children }: ColumnHeadProps) {
  const Icon = sort?.direction === 'asc' ? ArrowUp : sort?.direction === 'desc' ? ArrowDown : ChevronsUpDown;
  return (
    <th
      scope="col"
      aria-sort={sort?.direction === 'asc' ? 'ascending' : sort?.direction === 'desc' ? 'descending' : undefined}
      className={cn(
        'h-9 whitespace-nowrap bg-surface text-left font-medium text-muted-foreground text-xs shadow-[inset_0_-1px_0_var(--border)]',
        cellClasses(look, first, chosen),
      )}
    >
      {look?.hiddenHead ? (
        <span className="sr-only">{children}</span>
      ) : sort ? (
        <button
          type="button"
          onClick={sort.onToggle}
          className={cn(
            'focus-ring group/sort -mx-1 inline-flex items-center gap-1 rounded-sm px-1 py-0.5 hover:text-foreground',
            sort.direction && 'text-foreground',
            look?.align === 'right' && 'flex-row-reverse',
          )}
        >
          {children}
          <Icon
            aria-hidden
            className={cn(
              'size-3.5',
              !sort.direction && 'opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60',
            )}
          />
        </button>
      ) : (
        children
      )}
    </th>
  );
}
