import type { ReactNode } from 'react';

export interface NavItem {
  href: string;
  label: string;
  /** A lucide icon as an element: `<Building2 />`. */
  icon: ReactNode;
}

export interface NavGroup {
  label: string;
  items: NavItem[];
}

/** The item whose page, or a page below it, one is on; `/` stands for itself only. */
export function activeItem(groups: NavGroup[], pathname: string): NavItem | undefined {
  const holds = (item: NavItem) =>
    item.href === '/' ? pathname === '/' : pathname === item.href || pathname.startsWith(`${item.href}/`);
  return groups
    .flatMap((group) => group.items)
    .filter(holds)
    .sort((a, b) => b.href.length - a.href.length)[0];
}
