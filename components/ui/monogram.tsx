import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { initials } from '../../lib/format/initials.ts';
import { cn } from './cn.ts';

const monogramVariants = cva(
  'inline-flex shrink-0 align-middle select-none items-center justify-center rounded-md border bg-subtle font-medium text-muted-foreground',
  {
    variants: {
      size: {
        xs: 'size-5 rounded-sm text-[10px]',
        sm: 'size-6 text-2xs',
        md: 'size-8 text-xs',
        lg: 'size-10 text-base',
      },
    },
    defaultVariants: { size: 'sm' },
  },
);

export interface MonogramProps extends ComponentProps<'span'>, VariantProps<typeof monogramVariants> {
  name: string;
  letters?: 1 | 2;
}

/** A plain tile with the first letters of a name. For the eye only: the name stands beside it. */
export function Monogram({ name, letters = 2, size, className, ...props }: MonogramProps) {
  return (
    <span data-slot="monogram" aria-hidden className={cn(monogramVariants({ size }), className)} {...props}>
      {initials(name, letters)}
    </span>
  );
}
