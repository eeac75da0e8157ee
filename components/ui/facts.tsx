import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn.ts';
import { CopyButton } from './copy-button.tsx';

/** Names and values of one thing, in columns that wrap. */
export function Facts({ className, ...props }: ComponentProps<'dl'>) {
  return (
    <dl
      data-slot="facts"
      className={cn('grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-6 gap-y-4', className)}
      {...props}
    />
  );
}

export function Fact({ label, children, className, ...props }: ComponentProps<'div'> & { label: ReactNode }) {
  return (
    <div data-slot="fact" className={cn('min-w-0', className)} {...props}>
      <dt className="text-muted-foreground text-xs">{label}</dt>
      <dd className="mt-0.5 min-w-0 break-words">{children}</dd>
    </div>
  );
}

/** An id to read and to copy. */
export function IdFact({ label, value }: { label: string; value: string }) {
  return (
    <Fact label={label}>
      <span className="flex items-center gap-1">
        <span className="code truncate">{value}</span>
        <CopyButton value={value} label={`Copy ${label.toLowerCase()}`} />
      </span>
    </Fact>
  );
}
