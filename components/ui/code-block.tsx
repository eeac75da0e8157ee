import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

/** Raw text, payloads and commands; scrolls inside its frame. `label` names it for screen readers. */
export function CodeBlock({ label, className, ...props }: ComponentProps<'pre'> & { label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="focus-ring min-w-0 overflow-auto rounded-md border bg-subtle">
      <pre data-slot="code-block" className={cn('code p-3 text-xs', className)} {...props} />
    </section>
  );
}
