import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn.ts';

export interface PageHeadProps extends Omit<ComponentProps<'header'>, 'title'> {
  title: ReactNode;
  /** One line of what this is. */
  description?: ReactNode;
  /** A tile before the title. */
  leading?: ReactNode;
  /** Beside the title, such as a status pill. */
  badge?: ReactNode;
  /** The primary action, right; quiet ones before it. */
  actions?: ReactNode;
}

/** The head of a page: title, one line, primary action. */
export function PageHead({ title, description, leading, badge, actions, className, ...props }: PageHeadProps) {
  return (
    <header
      data-slot="page-head"
      className={cn('flex flex-wrap items-start justify-between gap-x-6 gap-y-3', className)}
      {...props}
    >
      <div className="flex min-w-0 items-center gap-3">
        {leading}
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <h1 className="break-words font-semibold text-xl tracking-tight">{title}</h1>
            {badge}
          </div>
          {description && <div className="text-muted-foreground">{description}</div>}
        </div>
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

/** The column a page's content stands in: at most 1440 px, 24 px gutters, 16 on phones. */
export function PageBody({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      data-slot="page-body"
      className={cn(
        'mx-auto grid w-full min-w-0 max-w-content grid-cols-1 content-start gap-6 px-4 py-6 md:px-6',
        className,
      )}
      {...props}
    />
  );
}
