import type { ComponentProps } from 'react';
import { cn } from './cn.ts';
import { fieldClasses } from './field-classes.ts';

/** A text field of several lines; it grows with its text where the browser can do that. */
export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      data-slot="textarea"
      className={cn(fieldClasses, 'field-sizing-content min-h-20 px-2.5 py-1.5', className)}
      {...props}
    />
  );
}
