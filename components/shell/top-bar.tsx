'use client';

import { Menu } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { Breadcrumb } from '../ui/breadcrumb.tsx';
import { Button } from '../ui/button.tsx';
import { activeItem, type NavGroup } from './nav.ts';
import { useShell } from './shell-frame.tsx';

// Only phones need it, and only once it is opened.
const MobileNav = dynamic(() => import('./mobile-nav.tsx').then((module) => module.MobileNav), { ssr: false });

export interface TopBarProps {
  groups: NavGroup[];
  /** What stands on top of the sidebar, for the sheet on phones. */
  head: ReactNode;
  /** Right: tools, theme, member. */
  children: ReactNode;
}

/** Where one is, and what is always at hand. */
export function TopBar({ groups, head, children }: TopBarProps) {
  const [menu, setMenu] = useState<'never' | 'open' | 'closed'>('never');
  const { crumbs } = useShell();
  const item = activeItem(groups, usePathname());
  const items = [...(item ? [{ label: item.label, href: item.href }] : []), ...crumbs];
  return (
    <header
      data-slot="top-bar"
      className="sticky top-0 z-10 flex h-(--topbar) items-center gap-2 border-b bg-background px-4 md:px-6"
    >
      <Button
        variant="ghost"
        size="icon"
        aria-label="Open menu"
        className="-ml-2 lg:hidden"
        onClick={() => setMenu('open')}
      >
        <Menu aria-hidden />
      </Button>
      {menu !== 'never' && (
        <MobileNav
          groups={groups}
          head={head}
          open={menu === 'open'}
          onOpenChange={(open) => setMenu(open ? 'open' : 'closed')}
        />
      )}
      <Breadcrumb items={items} className="flex-1" />
      <div className="flex shrink-0 items-center gap-1.5">{children}</div>
    </header>
  );
}
