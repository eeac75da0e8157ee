import { cva, type VariantProps } from 'class-variance-authority';
import { Root as Slot } from 'radix-ui/slot';
import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

const variants = cva(
  'focus-ring inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border border-transparent font-medium transition-colors disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-primary text-primary-foreground hover:bg-primary-hover',
        secondary: 'border-border-strong bg-surface text-foreground hover:bg-subtle',
        ghost: 'text-muted-foreground hover:bg-hover hover:text-foreground data-[state=open]:bg-hover',
        danger: 'bg-danger text-danger-foreground hover:bg-danger/90',
        link: 'text-primary underline-offset-4 hover:underline',
      },
      size: {
        sm: 'h-7 px-2 text-xs [&_svg]:size-3.5',
        md: 'h-8 px-3 text-sm',
        lg: 'h-10 px-4 text-base',
        icon: 'size-8 text-sm',
        'icon-sm': 'size-7 text-xs',
      },
    },
    // Comes behind the size, whose height and padding it takes away.
    compoundVariants: [{ variant: 'link', className: 'h-auto px-0' }],
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);

type ButtonLook = VariantProps<typeof variants>;

/** Classes of a button, for links that look like one. */
export const buttonVariants = (look?: ButtonLook): string => cn(variants(look));

export interface ButtonProps extends ComponentProps<'button'>, ButtonLook {
  /** Gives the look to the only child, such as a link. */
  asChild?: boolean;
}

/** A button. `type` is `button` unless said otherwise, so that it never submits a form by accident. */
export function Button({ className, variant, size, asChild = false, type = 'button', ...props }: ButtonProps) {
  const classes = cn(variants({ variant, size }), className);
  if (asChild) return <Slot data-slot="button" className={classes} {...props} />;
  return <button data-slot="button" type={type} className={classes} {...props} />;
}
