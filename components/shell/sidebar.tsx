'use client';

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { cn } from '../ui/cn.ts';
import type { NavGroup } from './nav.ts';
import { NavList } from './nav-list.tsx';
import { useShell } from './shell-frame.tsx';

/** The sidebar of wide screens: `head` on top (the organisation), the groups below, the fold at the bottom. */
export function Sidebar({ groups, head }: { groups: NavGroup[]; head: ReactNode }) {
  const { folded, toggleFolded } = useShell();
  const Icon = folded ? PanelLeftOpen : PanelLeftClose;
  return (
    <aside
      data-slot="sidebar"
      className={cn(
        'sticky top-0 hidden h-dvh flex-col border-r bg-sidebar transition-[width] lg:flex',
        folded ? 'w-13' : 'w-58',
      )}
    >
      <div className="flex h-(--topbar) items-center px-2">{head}</div>
      <div className="min-h-0 flex-1 overflow-y-auto overflow-x-clip">
        <NavList groups={groups} folded={folded} />
      </div>
      <div className="p-2">
        <Button
          variant="ghost"
          className={cn('w-full justify-start px-2.5', !folded && 'gap-2.5')}
          onClick={toggleFolded}
          aria-expanded={!folded}
          aria-label={folded ? 'Unfold sidebar' : 'Fold sidebar'}
          title={`${folded ? 'Unfold' : 'Fold'} sidebar (Ctrl B)`}
        >
          <Icon aria-hidden />
        </Button>
      </div>
    </aside>
  );
}
