import { Check } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

export interface StepperProps extends ComponentProps<'ol'> {
  /** The names of the steps, in order. */
  steps: string[];
  /** Index of the step one is at; `steps.length` when all are done. */
  current: number;
  label?: string;
  /** What screen readers hear of a step that is behind. */
  doneLabel?: string;
}

/** Where one is in a short row of steps. */
export function Stepper({ steps, current, label = 'Steps', doneLabel = 'done', className, ...props }: StepperProps) {
  return (
    <ol data-slot="stepper" aria-label={label} className={cn('flex items-center gap-2 text-xs', className)} {...props}>
      {steps.map((step, index) => {
        const done = index < current;
        const active = index === current;
        return (
          <li
            key={step}
            aria-current={active ? 'step' : undefined}
            className={cn(
              'flex min-w-0 items-center gap-2',
              index > 0 && 'flex-1 before:h-px before:min-w-3 before:flex-1 before:bg-border-strong',
              active ? 'font-medium text-foreground' : 'text-muted-foreground',
            )}
          >
            <span
              className={cn(
                'num flex size-5 shrink-0 items-center justify-center rounded-full border border-border-strong font-medium text-2xs',
                active && 'border-primary bg-primary text-primary-foreground',
                done && 'border-transparent bg-primary-tint text-primary',
              )}
            >
              {done ? <Check aria-hidden className="size-3" /> : index + 1}
            </span>
            <span className="truncate">{step}</span>
            {done && <span className="sr-only">{doneLabel}</span>}
          </li>
        );
      })}
    </ol>
  );
}
