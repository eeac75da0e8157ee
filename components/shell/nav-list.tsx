'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from '../ui/cn.ts';
import { Tooltip } from '../ui/tooltip.tsx';
import { activeItem, type NavGroup, type NavItem } from './nav.ts';

export interface NavListProps {
  groups: NavGroup[];
  /** Icons only, names in tooltips. */
  folded?: boolean;
  /** After a link was followed; closes the sheet on phones. */
  onNavigate?: () => void;
}

/** The groups of the sidebar. */
export function NavList({ groups, folded = false, onNavigate }: NavListProps) {
  const active = activeItem(groups, usePathname());
  return (
    <nav aria-label="Main" className="grid gap-4 px-2 py-2">
      {groups.map((group) => (
        <div key={group.label} className="grid gap-0.5">
          <p className={cn('h-6 px-2.5 text-muted-foreground text-xs leading-6', folded && 'sr-only')}>{group.label}</p>
          {group.items.map((item) => (
            <NavLink key={item.href} item={item} active={item === active} folded={folded} onNavigate={onNavigate} />
          ))}
        </div>
      ))}
    </nav>
  );
}

interface NavLinkProps {
  item: NavItem;
  active: boolean;
  folded: boolean;
  onNavigate?: () => void;
}

function NavLink({ item, active, folded, onNavigate }: NavLinkProps) {
  const link = (
    <Link
      href={item.href}
      onClick={onNavigate}
      aria-current={active ? 'page' : undefined}
      className={cn(
        'focus-ring flex h-8 items-center gap-2.5 rounded-md px-2.5 font-medium text-muted-foreground transition-colors hover:bg-hover hover:text-foreground aria-[current=page]:bg-pressed aria-[current=page]:text-foreground [&_svg]:size-4 [&_svg]:shrink-0 aria-[current=page]:[&_svg]:text-primary',
      )}
    >
      {item.icon}
      <span className={cn('truncate', folded && 'sr-only')}>{item.label}</span>
    </Link>
  );
  return folded ? (
    <Tooltip content={item.label} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}
