import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

/** A grey block in the shape of what comes. Put `aria-busy` and a hidden word on the panel around it. */
export function Skeleton({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      data-slot="skeleton"
      aria-hidden
      className={cn('h-4 animate-pulse rounded-sm bg-pressed', className)}
      {...props}
    />
  );
}
