'use client';

import * as Primitive from 'radix-ui/switch';
import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

/** An on-off switch for things that take effect at once. Needs an `aria-label` or a label by `id`. */
export function Switch({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      data-slot="switch"
      className={cn(
        'focus-ring peer inline-flex h-4.5 w-8 shrink-0 items-center rounded-full border border-transparent bg-control transition-colors disabled:opacity-50 data-[state=checked]:bg-primary',
        className,
      )}
      {...props}
    >
      <Primitive.Thumb className="block size-3.5 translate-x-0.25 rounded-full bg-surface shadow-sm transition-transform data-[state=checked]:translate-x-3.75" />
    </Primitive.Root>
  );
}
