'use client';

import * as Primitive from 'radix-ui/tooltip';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn.ts';

export const TooltipProvider = Primitive.Provider;

export interface TooltipProps extends Omit<ComponentProps<typeof Primitive.Content>, 'content'> {
  content: ReactNode;
  /** What it explains; must take focus. It needs its own accessible name: a tooltip is only an addition. */
  children: ReactNode;
}

/** A short explanation on hover and focus. */
export function Tooltip({ content, children, className, sideOffset = 6, ...props }: TooltipProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          data-slot="tooltip"
          sideOffset={sideOffset}
          collisionPadding={8}
          className={cn(
            'z-50 max-w-72 rounded-md bg-foreground px-2 py-1 text-background text-xs duration-120 data-[state=delayed-open]:animate-in data-[state=delayed-open]:fade-in-0',
            className,
          )}
          {...props}
        >
          {content}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
