import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

/** The name above a field. */
export function Label({ className, ...props }: ComponentProps<'label'>) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: htmlFor comes with the props
    <label data-slot="label" className={cn('font-medium text-foreground text-sm', className)} {...props} />
  );
}
