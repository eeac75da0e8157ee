import type { ComponentProps, ReactNode } from 'react';
import { cn } from '../ui/cn.ts';
import { RowLink } from './row-link.tsx';
import { SearchMatch } from './search-match.tsx';
import { rowLinkClasses } from './table-cell-classes.ts';

export interface NameCellProps {
  /** The row's page; the link fills the cell. */
  href: string;
  name: ReactNode;
  /** A quiet second line. */
  detail?: ReactNode;
  /** A tile before the name. */
  leading?: ReactNode;
}

/** The first column: what the row is, and the link to it. */
export function NameCell({ href, name, detail, leading }: NameCellProps) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      {leading}
      <span className="min-w-0">
        <RowLink href={href} className={rowLinkClasses}>
          {typeof name === 'string' ? <SearchMatch text={name} /> : name}
        </RowLink>
        {detail && <span className="block truncate text-muted-foreground text-xs">{detail}</span>}
      </span>
    </span>
  );
}

/** Row actions: quick ones that show on hover and focus before the menu, which is there always. */
export function ActionsCell({
  quick,
  menu,
  className,
  ...props
}: ComponentProps<'span'> & { quick?: ReactNode; menu: ReactNode }) {
  return (
    <span className={cn('flex items-center justify-end gap-1', className)} {...props}>
      {quick && (
        <span className="flex gap-1 opacity-0 transition-opacity focus-within:opacity-100 group-hover/row:opacity-100 max-md:hidden">
          {quick}
        </span>
      )}
      {menu}
    </span>
  );
}

/** An id or code in the mono face, shortened by the room it has. */
export function CodeCell({ className, ...props }: ComponentProps<'span'>) {
  return <span className={cn('code block truncate text-muted-foreground', className)} {...props} />;
}

/** Words that may be missing. */
export function TextCell({ children, className, ...props }: ComponentProps<'span'>) {
  const empty = children === null || children === undefined || children === '';
  return (
    <span className={cn('block truncate', empty && 'text-muted-foreground', className)} {...props}>
      {empty ? '—' : children}
    </span>
  );
}
