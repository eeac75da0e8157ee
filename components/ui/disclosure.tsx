import { ChevronRight } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn.ts';

/** Folded detail, by the browser's own details element. */
export function Disclosure({
  summary,
  className,
  children,
  ...props
}: ComponentProps<'details'> & { summary: ReactNode }) {
  return (
    <details data-slot="disclosure" className={cn('group/disclosure', className)} {...props}>
      <summary className="focus-ring inline-flex list-none items-center gap-1 rounded-sm text-muted-foreground text-xs hover:text-foreground [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open/disclosure:rotate-90" />
        {summary}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
