'use client';

import type * as Primitive from 'radix-ui/alert-dialog';
import { type ComponentProps, useState } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { cn } from './cn.ts';
import { createLazyOverlay } from './lazy-overlay.tsx';
import { dialogClasses, overlayClasses } from './overlay-classes.ts';
import { PopupHome } from './popup-home.ts';

const alertDialog = createLazyOverlay(() => import('radix-ui/alert-dialog'), 'dialog');

export const AlertDialog = alertDialog.Root;
export const AlertDialogTrigger = alertDialog.Trigger;

/** A question that must be answered. ConfirmDialog is the ready-made form of it. */
export function AlertDialogContent({ className, children, ...props }: ComponentProps<typeof Primitive.Content>) {
  const parts = alertDialog.useParts();
  const [panel, setPanel] = useState<HTMLElement | null>(null);
  if (!parts) return null;
  return (
    <parts.Portal>
      <parts.Overlay data-slot="alert-dialog-overlay" className={overlayClasses} />
      <parts.Content
        ref={setPanel}
        data-slot="alert-dialog-content"
        className={cn(dialogClasses, className)}
        {...props}
      >
        <PopupHome value={panel}>{children}</PopupHome>
      </parts.Content>
    </parts.Portal>
  );
}

export function AlertDialogTitle({ className, ...props }: ComponentProps<typeof Primitive.Title>) {
  const { Title } = alertDialog.loadedParts();
  return <Title data-slot="alert-dialog-title" className={cn('font-semibold text-lg', className)} {...props} />;
}

export function AlertDialogDescription({ className, ...props }: ComponentProps<typeof Primitive.Description>) {
  const { Description } = alertDialog.loadedParts();
  return (
    <Description
      data-slot="alert-dialog-description"
      className={cn('text-base text-muted-foreground', className)}
      {...props}
    />
  );
}

export function AlertDialogFooter({ className, ...props }: ComponentProps<'footer'>) {
  return <footer data-slot="alert-dialog-footer" className={cn('mt-1 flex justify-end gap-2', className)} {...props} />;
}

export function AlertDialogCancel(props: ButtonProps) {
  const { Cancel } = alertDialog.loadedParts();
  return (
    <Cancel asChild>
      <Button {...props} />
    </Cancel>
  );
}

export function AlertDialogAction(props: ButtonProps) {
  const { Action } = alertDialog.loadedParts();
  return (
    <Action asChild>
      <Button variant="primary" {...props} />
    </Action>
  );
}
