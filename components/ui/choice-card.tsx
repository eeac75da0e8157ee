import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn.ts';

export interface ChoiceCardProps extends Omit<ComponentProps<'input'>, 'type' | 'title'> {
  title: ReactNode;
  description?: ReactNode;
  leading?: ReactNode;
  /** `checkbox` lets several be chosen. */
  type?: 'radio' | 'checkbox';
}

/** One of a few big choices: a native radio in a card. Put several with the same `name` into a fieldset. */
export function ChoiceCard({ title, description, leading, type = 'radio', className, ...props }: ChoiceCardProps) {
  return (
    <label
      data-slot="choice-card"
      className={cn(
        'flex items-center gap-3 rounded-md border border-border-strong bg-surface p-3 transition-colors hover:bg-subtle has-checked:border-primary has-disabled:opacity-50 has-checked:bg-primary-tint/50 has-focus-visible:outline-2 has-focus-visible:outline-ring',
        className,
      )}
    >
      {leading}
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{title}</span>
        {description && <span className="block text-muted-foreground text-xs">{description}</span>}
      </span>
      <input type={type} className="size-4 shrink-0 accent-primary outline-none" {...props} />
    </label>
  );
}
