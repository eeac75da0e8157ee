'use client';

import { X } from 'lucide-react';
import type * as Primitive from 'radix-ui/dialog';
import { type ComponentProps, useState } from 'react';
import { Button } from './button.tsx';
import { cn } from './cn.ts';
import { createLazyOverlay } from './lazy-overlay.tsx';
import { dialogClasses, overlayClasses } from './overlay-classes.ts';
import { PopupHome } from './popup-home.ts';

const dialog = createLazyOverlay(() => import('radix-ui/dialog'), 'dialog');

export const Dialog = dialog.Root;
export const DialogTrigger = dialog.Trigger;

/** The panel. It must hold a DialogTitle; give a DialogDescription too, or `aria-describedby={undefined}`. */
export function DialogContent({ className, children, ...props }: ComponentProps<typeof Primitive.Content>) {
  const parts = dialog.useParts();
  const [panel, setPanel] = useState<HTMLElement | null>(null);
  if (!parts) return null;
  return (
    <parts.Portal>
      <parts.Overlay data-slot="dialog-overlay" className={overlayClasses} />
      <parts.Content ref={setPanel} data-slot="dialog-content" className={cn(dialogClasses, className)} {...props}>
        <PopupHome value={panel}>{children}</PopupHome>
        <parts.Close asChild>
          <Button variant="ghost" size="icon-sm" aria-label="Close" className="absolute top-3 right-3">
            <X aria-hidden />
          </Button>
        </parts.Close>
      </parts.Content>
    </parts.Portal>
  );
}

/** Closes the dialog; with `asChild` its only child does. */
export function DialogClose(props: ComponentProps<typeof Primitive.Close>) {
  const { Close } = dialog.loadedParts();
  return <Close {...props} />;
}

export function DialogHeader({ className, ...props }: ComponentProps<'header'>) {
  return <header data-slot="dialog-header" className={cn('grid gap-1 pr-8', className)} {...props} />;
}

export function DialogFooter({ className, ...props }: ComponentProps<'footer'>) {
  return <footer data-slot="dialog-footer" className={cn('flex justify-end gap-2', className)} {...props} />;
}

export function DialogTitle({ className, ...props }: ComponentProps<typeof Primitive.Title>) {
  const { Title } = dialog.loadedParts();
  return <Title data-slot="dialog-title" className={cn('font-semibold text-lg', className)} {...props} />;
}

export function DialogDescription({ className, ...props }: ComponentProps<typeof Primitive.Description>) {
  const { Description } = dialog.loadedParts();
  return (
    <Description
      data-slot="dialog-description"
      className={cn('text-base text-muted-foreground', className)}
      {...props}
    />
  );
}
