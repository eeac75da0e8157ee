import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

/** A panel: one border, no shadow. */
export function Card({ className, ...props }: ComponentProps<'section'>) {
  return (
    <section
      data-slot="card"
      className={cn('min-w-0 rounded-md border bg-surface text-foreground', className)}
      {...props}
    />
  );
}

/** Title on the left, an action on the right; a line under it when content follows edge to edge. */
export function CardHeader({ className, ...props }: ComponentProps<'header'>) {
  return (
    <header
      data-slot="card-header"
      className={cn('flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 pt-3', className)}
      {...props}
    />
  );
}

export function CardTitle({ className, children, ...props }: ComponentProps<'h2'>) {
  return (
    <h2 data-slot="card-title" className={cn('font-medium text-sm', className)} {...props}>
      {children}
    </h2>
  );
}

export function CardDescription({ className, ...props }: ComponentProps<'p'>) {
  return <p data-slot="card-description" className={cn('text-muted-foreground text-xs', className)} {...props} />;
}

export function CardContent({ className, ...props }: ComponentProps<'div'>) {
  return <div data-slot="card-content" className={cn('p-4', className)} {...props} />;
}

export function CardFooter({ className, ...props }: ComponentProps<'footer'>) {
  return (
    <footer
      data-slot="card-footer"
      className={cn('flex items-center justify-between gap-2 border-t px-4 py-2.5', className)}
      {...props}
    />
  );
}
