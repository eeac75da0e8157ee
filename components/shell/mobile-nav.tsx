'use client';

import type { ReactNode } from 'react';
import { Sheet, SheetContent, SheetTitle } from '../ui/sheet.tsx';
import type { NavGroup } from './nav.ts';
import { NavList } from './nav-list.tsx';

export interface MobileNavProps {
  groups: NavGroup[];
  head: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The sidebar of phones. */
export function MobileNav({ groups, head, open, onOpenChange }: MobileNavProps) {
  return (
    <Sheet open={open} onOpenChange={onOpenChange}>
      <SheetContent side="left" aria-describedby={undefined}>
        <SheetTitle className="sr-only">Menu</SheetTitle>
        <div className="flex h-(--topbar) items-center px-2 pr-12">{head}</div>
        <div className="min-h-0 flex-1 overflow-y-auto">
          <NavList groups={groups} onNavigate={() => onOpenChange(false)} />
        </div>
      </SheetContent>
    </Sheet>
  );
}
