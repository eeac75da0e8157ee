import Link from 'next/link';
import { type ComponentProps, Fragment } from 'react';
import { cn } from './cn.ts';

export interface Crumb {
  label: string;
  /** Left out for the page one is on. */
  href?: string;
}

/** Where one is, from the outside in. */
export function Breadcrumb({ items, className, ...props }: ComponentProps<'nav'> & { items: Crumb[] }) {
  return (
    <nav data-slot="breadcrumb" aria-label="Breadcrumb" className={cn('min-w-0', className)} {...props}>
      <ol className="flex min-w-0 items-center gap-1.5 text-sm">
        {items.map((item, index) => (
          <Fragment key={item.href ?? item.label}>
            {index > 0 && (
              <li aria-hidden className="text-muted-foreground/60">
                /
              </li>
            )}
            <li
              className={cn('min-w-0 truncate', index === 0 ? 'shrink-0' : index < items.length - 1 && 'shrink-[99]')}
            >
              {item.href && index < items.length - 1 ? (
                <Link href={item.href} className="focus-ring rounded-sm text-muted-foreground hover:text-foreground">
                  {item.label}
                </Link>
              ) : (
                <span aria-current={index === items.length - 1 ? 'page' : undefined} className="font-medium">
                  {item.label}
                </span>
              )}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
