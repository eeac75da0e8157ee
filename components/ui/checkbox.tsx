'use client';

import { Check, Minus } from 'lucide-react';
import * as Primitive from 'radix-ui/checkbox';
import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

/** A checkbox. Give it an `aria-label`, or an `id` with a `<Label htmlFor>` beside it. */
export function Checkbox({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      data-slot="checkbox"
      className={cn(
        'focus-ring group peer inline-flex size-4 shrink-0 items-center justify-center rounded-sm border border-control bg-surface text-primary-foreground transition-colors disabled:opacity-50 data-[state=checked]:border-primary data-[state=indeterminate]:border-primary data-[state=checked]:bg-primary data-[state=indeterminate]:bg-primary',
        className,
      )}
      {...props}
    >
      <Primitive.Indicator>
        <Check aria-hidden className="size-3 stroke-3 group-data-[state=indeterminate]:hidden" />
        <Minus aria-hidden className="hidden size-3 stroke-3 group-data-[state=indeterminate]:block" />
      </Primitive.Indicator>
    </Primitive.Root>
  );
}
