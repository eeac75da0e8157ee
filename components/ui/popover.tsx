'use client';

import * as Primitive from 'radix-ui/popover';
import type { ComponentProps } from 'react';
import { cn } from './cn.ts';
import { popupClasses } from './overlay-classes.ts';

export const Popover = Primitive.Root;
export const PopoverTrigger = Primitive.Trigger;
export const PopoverClose = Primitive.Close;

/** A panel at its trigger. Name it with `aria-label` or `aria-labelledby`. */
export function PopoverContent({
  className,
  align = 'start',
  sideOffset = 6,
  ...props
}: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
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
    </Primitive.Portal>
  );
}
