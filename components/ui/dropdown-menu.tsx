'use client';

import { cva, type VariantProps } from 'class-variance-authority';
import { Check } from 'lucide-react';
import type * as Primitive from 'radix-ui/dropdown-menu';
import type { ComponentProps } from 'react';
import { cn } from './cn.ts';
import { createLazyOverlay } from './lazy-overlay.tsx';
import { popupClasses } from './overlay-classes.ts';
import { usePopupHome } from './popup-home.ts';

const itemVariants = cva(
  'relative flex min-h-7 cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 outline-none data-disabled:pointer-events-none data-disabled:opacity-50 data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        default: '[&_svg]:text-muted-foreground',
        danger: 'text-danger data-highlighted:bg-danger-tint [&_svg]:text-danger',
      },
    },
    defaultVariants: { variant: 'default' },
  },
);

const menu = createLazyOverlay(() => import('radix-ui/dropdown-menu'), 'menu');

export const DropdownMenu = menu.Root;
export const DropdownMenuTrigger = menu.Trigger;

export function DropdownMenuContent({ className, sideOffset = 4, ...props }: ComponentProps<typeof Primitive.Content>) {
  const parts = menu.useParts();
  const home = usePopupHome();
  if (!parts) return null;
  return (
    <parts.Portal container={home}>
      <parts.Content
        data-slot="dropdown-menu-content"
        // Opened by the pointer no entry has the focus yet, and a long menu must scroll by keys then too.
        tabIndex={0}
        onCloseAutoFocus={leaveFocusToDialog}
        sideOffset={sideOffset}
        collisionPadding={8}
        className={cn(
          popupClasses,
          'max-h-(--radix-dropdown-menu-content-available-height) min-w-44 origin-(--radix-dropdown-menu-content-transform-origin) overflow-y-auto p-1',
          className,
        )}
        {...props}
      />
    </parts.Portal>
  );
}

/** The menu gives the focus back to its button, unless an entry opened a dialog, which has it by then. */
function leaveFocusToDialog(event: Event): void {
  if (document.activeElement?.closest('[role=dialog], [role=alertdialog]')) event.preventDefault();
}

export function DropdownMenuGroup(props: ComponentProps<typeof Primitive.Group>) {
  const { Group } = menu.loadedParts();
  return <Group {...props} />;
}

export function DropdownMenuItem({
  className,
  variant,
  ...props
}: ComponentProps<typeof Primitive.Item> & VariantProps<typeof itemVariants>) {
  const { Item } = menu.loadedParts();
  return <Item data-slot="dropdown-menu-item" className={cn(itemVariants({ variant }), className)} {...props} />;
}

export function DropdownMenuCheckboxItem({
  className,
  children,
  ...props
}: ComponentProps<typeof Primitive.CheckboxItem>) {
  const { CheckboxItem } = menu.loadedParts();
  return (
    <CheckboxItem data-slot="dropdown-menu-checkbox-item" className={cn(itemVariants(), 'pr-8', className)} {...props}>
      {children}
      <CheckedMark />
    </CheckboxItem>
  );
}

export function DropdownMenuRadioGroup(props: ComponentProps<typeof Primitive.RadioGroup>) {
  const { RadioGroup } = menu.loadedParts();
  return <RadioGroup {...props} />;
}

export function DropdownMenuRadioItem({ className, children, ...props }: ComponentProps<typeof Primitive.RadioItem>) {
  const { RadioItem } = menu.loadedParts();
  return (
    <RadioItem data-slot="dropdown-menu-radio-item" className={cn(itemVariants(), 'pr-8', className)} {...props}>
      {children}
      <CheckedMark />
    </RadioItem>
  );
}

function CheckedMark() {
  const { ItemIndicator } = menu.loadedParts();
  return (
    <ItemIndicator className="absolute right-2">
      <Check aria-hidden className="text-primary!" />
    </ItemIndicator>
  );
}

export function DropdownMenuLabel({ className, ...props }: ComponentProps<typeof Primitive.Label>) {
  const { Label } = menu.loadedParts();
  return (
    <Label
      data-slot="dropdown-menu-label"
      className={cn('px-2 py-1 font-medium text-muted-foreground text-xs', className)}
      {...props}
    />
  );
}

export function DropdownMenuSeparator({ className, ...props }: ComponentProps<typeof Primitive.Separator>) {
  const { Separator } = menu.loadedParts();
  return (
    <Separator data-slot="dropdown-menu-separator" className={cn('-mx-1 my-1 h-px bg-border', className)} {...props} />
  );
}
