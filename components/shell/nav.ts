import type { ReactNode } from 'react';

export interface NavItem {
  href: string;
  label: string;
  /** A lucide icon as an element: `<Building2 />`. */
  icon: ReactNode;
  /** Pages that belong to it though they are not below it. */
  also?: string[];
}

export interface NavGroup {
  label: string;
  items: NavItem[];
}

/** The item whose page, or a page below it, one is on; `/` stands for itself and what it names. */
export function activeItem(groups: NavGroup[], pathname: string): NavItem | undefined {
  const isAt = (path: string) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`));
  const holds = ({ href, also = [] }: NavItem) => [href, ...also].some(isAt);
  return groups
    .flatMap((group) => group.items)
    .filter(holds)
    .sort((a, b) => b.href.length - a.href.length)[0];
}
