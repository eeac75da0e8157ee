import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

/** A line between things; for the eye only. */
export function Separator({ className, vertical, ...props }: ComponentProps<'div'> & { vertical?: boolean }) {
  return (
    <div
      data-slot="separator"
      aria-hidden
      className={cn('shrink-0 bg-border', vertical ? 'w-px self-stretch' : 'h-px w-full', className)}
      {...props}
    />
  );
}
