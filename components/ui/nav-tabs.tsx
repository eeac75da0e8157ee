'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';
import { cn } from './cn.ts';
import { tabClasses, tabListClasses } from './tab-classes.ts';

export interface NavTab {
  href: string;
  label: string;
  /** A number or word beside the label. */
  badge?: ReactNode;
  /** Marks the tab only on this very address, not below it. */
  exact?: boolean;
}

/** Tabs that are links: each has its own address. `label` names the group for screen readers. */
export function NavTabs({
  tabs,
  label,
  className,
  ...props
}: ComponentProps<'nav'> & { tabs: NavTab[]; label: string }) {
  const pathname = usePathname();
  const list = useRef<HTMLElement>(null);
  // On a phone the tab one is on may lie beyond the edge.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path marks another tab as the current one
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (list.current && current) list.current.scrollLeft = current.offsetLeft - list.current.offsetLeft - 16;
  }, [pathname]);
  return (
    <nav ref={list} data-slot="nav-tabs" aria-label={label} className={cn(tabListClasses, className)} {...props}>
      {tabs.map((tab) => {
        const active = pathname === tab.href || (!tab.exact && pathname.startsWith(`${tab.href}/`));
        return (
          <Link key={tab.href} href={tab.href} aria-current={active ? 'page' : undefined} className={tabClasses}>
            {tab.label}
            {tab.badge !== undefined && (
              <span className="num rounded-sm bg-subtle px-1 text-2xs text-muted-foreground">{tab.badge}</span>
            )}
          </Link>
        );
      })}
    </nav>
  );
}
