import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn.ts';

export interface EmptyProps extends Omit<ComponentProps<'div'>, 'title'> {
  icon?: LucideIcon;
  /** What is not there. */
  title: ReactNode;
  /** One sentence that says what to do. */
  description?: ReactNode;
  /** One action. */
  action?: ReactNode;
}

/** Nothing to show: one sentence and one action. */
export function Empty({ icon: Icon, title, description, action, className, ...props }: EmptyProps) {
  return (
    <div
      data-slot="empty"
      className={cn('flex flex-col items-center justify-center gap-1 px-6 py-14 text-center', className)}
      {...props}
    >
      {Icon && (
        <span className="mb-2 flex size-9 items-center justify-center rounded-md border bg-subtle text-muted-foreground">
          <Icon aria-hidden className="size-4" />
        </span>
      )}
      <div className="font-medium text-base">{title}</div>
      {description && <p className="max-w-sm text-balance text-muted-foreground">{description}</p>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
