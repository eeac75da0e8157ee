import { cn } from '../ui/cn.ts';
import type { ColumnLook } from './table-kit.ts';

// By the room that the table has, not by the screen: the sidebar and a list beside it take theirs.
const fromClasses = {
  md: '@max-room-md:hidden',
  lg: '@max-room-lg:hidden',
  xl: '@max-room-xl:hidden',
} as const;

/**
 * What head and cells of a column share. The first column stays in view while the rest scrolls sideways. Columns that
 * somebody chose are shown on narrow screens too.
 */
export function cellClasses(look: ColumnLook | undefined, first: boolean, chosen = false): string {
  return cn(
    'px-3 first:pl-4 last:pr-4',
    look?.align === 'right' && 'num text-right',
    look?.from && !chosen && fromClasses[look.from],
    first && 'max-xl:sticky max-xl:left-0 max-xl:z-1 max-md:max-w-48 max-md:pl-4',
    // Behind a column of boxes.
    first && '[:is(td,th)+&]:md:max-xl:left-10 [:is(td,th)+&]:max-md:pl-2',
    look?.className,
  );
}

/** The link that names a row: it fills its cell, and its focus is drawn around the cell. */
export const rowLinkClasses =
  'block truncate font-medium outline-none after:absolute after:inset-0 after:rounded-sm focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring';
