import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

const badgeVariants = cva(
  'inline-flex h-5 align-middle max-w-full items-center gap-1 whitespace-nowrap rounded-sm border px-1.5 font-medium text-2xs [&_svg]:size-3',
  {
    variants: {
      variant: {
        neutral: 'border-border bg-subtle text-muted-foreground',
        outline: 'border-border-strong text-foreground',
        accent: 'border-transparent bg-primary-tint text-primary',
        success: 'border-transparent bg-success-tint text-success',
        warning: 'border-transparent bg-warning-tint text-warning',
        danger: 'border-transparent bg-danger-tint text-danger',
        info: 'border-transparent bg-info-tint text-info',
      },
    },
    defaultVariants: { variant: 'neutral' },
  },
);

/** A small word beside something: a tag, a kind, "default". For states use StatusPill. */
export function Badge({ className, variant, ...props }: ComponentProps<'span'> & VariantProps<typeof badgeVariants>) {
  return <span data-slot="badge" className={cn(badgeVariants({ variant }), className)} {...props} />;
}
