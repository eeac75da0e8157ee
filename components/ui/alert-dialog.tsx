'use client';

import * as Primitive from 'radix-ui/alert-dialog';
import type { ComponentProps } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { cn } from './cn.ts';
import { dialogClasses, overlayClasses } from './overlay-classes.ts';

export const AlertDialog = Primitive.Root;
export const AlertDialogTrigger = Primitive.Trigger;

/** A question that must be answered. ConfirmDialog is the ready-made form of it. */
export function AlertDialogContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay data-slot="alert-dialog-overlay" className={overlayClasses} />
      <Primitive.Content data-slot="alert-dialog-content" className={cn(dialogClasses, className)} {...props} />
    </Primitive.Portal>
  );
}

export function AlertDialogTitle({ className, ...props }: ComponentProps<typeof Primitive.Title>) {
  return (
    <Primitive.Title data-slot="alert-dialog-title" className={cn('font-semibold text-lg', className)} {...props} />
  );
}

export function AlertDialogDescription({ className, ...props }: ComponentProps<typeof Primitive.Description>) {
  return (
    <Primitive.Description
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
  return (
    <Primitive.Cancel asChild>
      <Button {...props} />
    </Primitive.Cancel>
  );
}

export function AlertDialogAction(props: ButtonProps) {
  return (
    <Primitive.Action asChild>
      <Button variant="primary" {...props} />
    </Primitive.Action>
  );
}
