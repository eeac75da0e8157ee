import type { ComponentProps } from 'react';
import { initials } from '../../lib/format/initials.ts';
import { cn } from './cn.ts';

/** A person's initials in a circle. For the eye only: the name stands beside it or names the button around it. */
export function Avatar({ name, className, ...props }: ComponentProps<'span'> & { name: string }) {
  return (
    <span
      data-slot="avatar"
      aria-hidden
      className={cn(
        'inline-flex size-6 shrink-0 select-none items-center justify-center rounded-full bg-primary-tint font-medium text-2xs text-primary',
        className,
      )}
      {...props}
    >
      {initials(name)}
    </span>
  );
}
