'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';
import { cn } from './cn.ts';

export interface SideNavGroup {
  label: string;
  /** `badge`: a number beside the label. */
  items: { href: string; label: string; badge?: ReactNode }[];
}

/** The parts of a section beside their content; one row that scrolls sideways where there is no room for a column. */
export function SideNav({
  groups,
  label,
  className,
  ...props
}: ComponentProps<'nav'> & { groups: SideNavGroup[]; label: string }) {
  const pathname = usePathname();
  const list = useRef<HTMLElement>(null);
  // On a phone the part one is on may lie beyond the edge.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path marks another link as the current one
  useEffect(() => {
    const nav = list.current;
    if (!nav) return;
    // Calls back at once, and again when the room changes.
    const observer = new ResizeObserver(() => {
      const current = nav.querySelector<HTMLElement>('[aria-current]');
      if (current) nav.scrollLeft = current.offsetLeft - 16;
    });
    observer.observe(nav);
    return () => observer.disconnect();
  }, [pathname]);
  return (
    <nav
      ref={list}
      data-slot="side-nav"
      aria-label={label}
      className={cn(
        // Positioned: its groups' labels, out of sight on a phone, must not widen the page.
        'relative flex gap-1 overflow-x-auto [scrollbar-width:none] lg:grid lg:gap-5 lg:overflow-visible',
        className,
      )}
      {...props}
    >
      {groups.map((group) => (
        <div key={group.label} className="flex gap-1 lg:grid lg:gap-0.5">
          <p className="h-6 px-2.5 text-muted-foreground text-xs leading-6 max-lg:sr-only">{group.label}</p>
          {group.items.map(({ href, label: words, badge }) => (
            <Link
              key={href}
              href={href}
              aria-current={pathname === href || pathname.startsWith(`${href}/`) ? 'page' : undefined}
              className="focus-ring flex h-8 shrink-0 items-center whitespace-nowrap rounded-md px-2.5 font-medium text-muted-foreground transition-colors hover:bg-hover hover:text-foreground aria-[current=page]:bg-pressed aria-[current=page]:text-foreground"
            >
              {words}
              {badge !== undefined && (
                <span className="num ml-auto pl-2 font-normal text-muted-foreground text-xs">{badge}</span>
              )}
            </Link>
          ))}
        </div>
      ))}
    </nav>
  );
}
