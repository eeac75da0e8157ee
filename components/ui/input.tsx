import type { ComponentProps } from 'react';
import { cn } from './cn.ts';
import { fieldClasses } from './field-classes.ts';

/** A one-line text field. Inside `<Field>` it takes its id and its descriptions from there. */
export function Input({ className, type = 'text', ...props }: ComponentProps<'input'>) {
  return <input data-slot="input" type={type} className={cn(fieldClasses, 'h-8 px-2.5', className)} {...props} />;
}
