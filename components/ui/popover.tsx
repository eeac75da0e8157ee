'use client';

import type * as Primitive from 'radix-ui/popover';
import type { ComponentProps } from 'react';
import { cn } from './cn.ts';
import { createLazyOverlay } from './lazy-overlay.tsx';
import { popupClasses } from './overlay-classes.ts';

const popover = createLazyOverlay(() => import('radix-ui/popover'), 'popover');

export const Popover = popover.Root;
export const PopoverTrigger = popover.Trigger;

/** A panel at its trigger. Name it with `aria-label` or `aria-labelledby`. */
export function PopoverContent({
  className,
  align = 'start',
  sideOffset = 6,
  ...props
}: ComponentProps<typeof Primitive.Content>) {
  const parts = popover.useParts();
  if (!parts) return null;
  return (
    <parts.Portal>
      <parts.Content
        data-slot="popover-content"
        align={align}
        sideOffset={sideOffset}
        collisionPadding={8}
        className={cn(
          popupClasses,
          'w-80 max-w-[calc(100vw-1rem)] origin-(--radix-popover-content-transform-origin) p-4',
          className,
        )}
        {...props}
      />
    </parts.Portal>
  );
}
