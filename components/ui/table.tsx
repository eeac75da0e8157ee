import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

export interface TableProps extends ComponentProps<'table'> {
  /** Names the table and its scrolling frame for screen readers. */
  label: string;
}

/** A plain table that scrolls sideways inside its own frame. Lists with sorting and pages use DataTable. */
export function Table({ className, label, ...props }: TableProps) {
  return (
    <section
      data-slot="table-frame"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="focus-ring relative w-full overflow-x-auto"
    >
      <table
        data-slot="table"
        aria-label={label}
        className={cn('w-full border-collapse text-sm', className)}
        {...props}
      />
    </section>
  );
}

export function TableHeader({ className, ...props }: ComponentProps<'thead'>) {
  return <thead data-slot="table-header" className={className} {...props} />;
}

export function TableBody({ className, ...props }: ComponentProps<'tbody'>) {
  return <tbody data-slot="table-body" className={cn('[&>tr:last-child]:border-b-0', className)} {...props} />;
}

export function TableRow({ className, ...props }: ComponentProps<'tr'>) {
  return (
    <tr
      data-slot="table-row"
      className={cn('group/row border-b transition-colors hover:bg-hover has-[:focus-visible]:bg-hover', className)}
      {...props}
    />
  );
}

/** A column's name. `numeric` sets it right, over its numbers. */
export function TableHead({ className, numeric, ...props }: ComponentProps<'th'> & { numeric?: boolean }) {
  return (
    <th
      data-slot="table-head"
      scope="col"
      className={cn(
        'h-9 whitespace-nowrap border-b px-3 text-left font-medium text-muted-foreground text-xs first:pl-4 last:pr-4',
        numeric && 'text-right',
        className,
      )}
      {...props}
    />
  );
}

/** The head of the column of a row's actions: named for screen readers alone. */
export function TableActionsHead({ className, ...props }: ComponentProps<'th'>) {
  return (
    <TableHead className={cn('w-20', className)} {...props}>
      <span className="sr-only">Actions</span>
    </TableHead>
  );
}

export function TableCell({ className, numeric, ...props }: ComponentProps<'td'> & { numeric?: boolean }) {
  return (
    <td
      data-slot="table-cell"
      className={cn('h-9 px-3 py-1 first:pl-4 last:pr-4', numeric && 'num text-right', className)}
      {...props}
    />
  );
}
