'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ComponentProps, ReactNode } from 'react';
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
  return (
    <nav data-slot="nav-tabs" aria-label={label} className={cn(tabListClasses, className)} {...props}>
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
