'use client';

import { cva, type VariantProps } from 'class-variance-authority';
import { X } from 'lucide-react';
import type * as Primitive from 'radix-ui/dialog';
import { type ComponentProps, useState } from 'react';
import { Button } from './button.tsx';
import { cn } from './cn.ts';
import { createLazyOverlay } from './lazy-overlay.tsx';
import { overlayClasses } from './overlay-classes.ts';
import { PopupHome } from './popup-home.ts';

const sheetVariants = cva(
  'fixed inset-y-0 z-50 flex w-[calc(100vw-3rem)] flex-col bg-surface text-foreground shadow-overlay outline-none duration-160 data-[state=closed]:animate-out data-[state=open]:animate-in',
  {
    variants: {
      side: {
        left: 'left-0 max-w-64 data-[state=closed]:slide-out-to-left data-[state=open]:slide-in-from-left',
        right: 'right-0 max-w-lg data-[state=closed]:slide-out-to-right data-[state=open]:slide-in-from-right',
      },
    },
    defaultVariants: { side: 'right' },
  },
);

const sheet = createLazyOverlay(() => import('radix-ui/dialog'), 'dialog');

export const Sheet = sheet.Root;
export const SheetTrigger = sheet.Trigger;

/** A drawer at the side. It must hold a SheetTitle. */
export function SheetContent({
  className,
  side,
  children,
  ...props
}: ComponentProps<typeof Primitive.Content> & VariantProps<typeof sheetVariants>) {
  const parts = sheet.useParts();
  const [panel, setPanel] = useState<HTMLElement | null>(null);
  if (!parts) return null;
  return (
    <parts.Portal>
      <parts.Overlay data-slot="sheet-overlay" className={overlayClasses} />
      <parts.Content
        ref={setPanel}
        data-slot="sheet-content"
        className={cn(sheetVariants({ side }), className)}
        {...props}
      >
        <PopupHome value={panel}>{children}</PopupHome>
        <parts.Close asChild>
          <Button variant="ghost" size="icon-sm" aria-label="Close" className="absolute top-2.5 right-2.5">
            <X aria-hidden />
          </Button>
        </parts.Close>
      </parts.Content>
    </parts.Portal>
  );
}

export function SheetHeader({ className, ...props }: ComponentProps<'header'>) {
  return <header data-slot="sheet-header" className={cn('grid gap-1 border-b p-4 pr-12', className)} {...props} />;
}

export function SheetTitle({ className, ...props }: ComponentProps<typeof Primitive.Title>) {
  const { Title } = sheet.loadedParts();
  return <Title data-slot="sheet-title" className={cn('font-semibold text-lg', className)} {...props} />;
}

export function SheetDescription({ className, ...props }: ComponentProps<typeof Primitive.Description>) {
  const { Description } = sheet.loadedParts();
  return <Description data-slot="sheet-description" className={cn('text-muted-foreground', className)} {...props} />;
}

export function SheetBody({ className, ...props }: ComponentProps<'div'>) {
  return <div data-slot="sheet-body" className={cn('min-h-0 flex-1 overflow-y-auto p-4', className)} {...props} />;
}
