import type { ReactNode } from 'react';
import { PageCrumbs } from '@/components/shell/page-crumbs.tsx';

/** One part of the settings: what it is, its primary action, its content. */
export function SettingsPart({
  title,
  description,
  action,
  note,
  children,
}: {
  title: string;
  description: string;
  action?: ReactNode;
  /** Why somebody sees no buttons. */
  note?: string | null;
  children: ReactNode;
}) {
  return (
    <section className="grid min-w-0 grid-cols-1 content-start gap-4">
      <PageCrumbs items={[{ label: title }]} />
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-prose">
          <h2 className="font-semibold text-lg">{title}</h2>
          <p className="text-muted-foreground">
            {description}
            {note && ` ${note}`}
          </p>
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}

/** What stands where somebody who may only look would look for a button. */
export const onlyAdmins = 'Changing them needs the role admin or owner.';
export const onlyOperators = 'Changing them needs the role operator, admin or owner.';
