'use client';

import { Check, Minus } from 'lucide-react';
import { type ComponentProps, useEffect, useRef } from 'react';
import { cn } from './cn.ts';

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'ref' | 'checked' | 'onChange'> {
  /** `indeterminate`: some of what it stands for. Left out, the browser keeps the state. */
  checked?: boolean | 'indeterminate';
  onCheckedChange?: (checked: boolean) => void;
}

/** The browser's own checkbox in our looks. Give it an `aria-label`, or an `id` with a `<Label htmlFor>` beside it. */
export function Checkbox({ className, checked, onCheckedChange, ...props }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  const isMixed = checked === 'indeterminate';
  // No attribute says it, and a click takes it away: it is set anew each time.
  useEffect(() => {
    if (box.current) box.current.indeterminate = isMixed;
  });
  return (
    <span
      data-slot="checkbox"
      className={cn('inline-grid size-4 shrink-0 place-items-center *:[grid-area:1/1]', className)}
    >
      <input
        ref={box}
        type="checkbox"
        checked={isMixed ? false : checked}
        onChange={(event) => onCheckedChange?.(event.target.checked)}
        className="focus-ring peer size-4 appearance-none rounded-sm border border-control bg-surface transition-colors checked:border-primary checked:bg-primary indeterminate:border-primary indeterminate:bg-primary disabled:opacity-50"
        {...props}
      />
      <Check aria-hidden className={cn(mark, 'peer-checked:block')} />
      <Minus aria-hidden className={cn(mark, 'peer-indeterminate:block')} />
    </span>
  );
}

const mark = 'pointer-events-none hidden size-3 stroke-3 text-primary-foreground';
