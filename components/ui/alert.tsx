import { cva } from 'class-variance-authority';
import { CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn.ts';
import type { Tone } from './tone.ts';

const alertVariants = cva(
  'flex gap-2.5 rounded-md border px-3 py-2.5 text-sm [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0',
  {
    variants: {
      tone: {
        success: 'bg-surface [&>svg]:text-success',
        warning: 'border-warning/20 bg-warning-tint/70 [&>svg]:text-warning',
        danger: 'border-danger/20 bg-danger-tint/70 [&>svg]:text-danger',
        info: 'bg-surface [&>svg]:text-info',
        neutral: 'bg-subtle [&>svg]:text-muted-foreground',
      },
    },
  },
);

const icons: Record<Tone, LucideIcon> = {
  success: CircleCheck,
  warning: TriangleAlert,
  danger: TriangleAlert,
  info: Info,
  neutral: Info,
};

export interface AlertProps extends Omit<ComponentProps<'div'>, 'title'> {
  tone?: Tone;
  /** What happened. */
  title?: ReactNode;
  /** A button or link at the right. */
  action?: ReactNode;
}

/** A notice in the page. Only what waits or needs somebody is tinted. Danger is read out at once when it appears; the others wait their turn. */
export function Alert({ tone = 'neutral', title, action, className, children, ...props }: AlertProps) {
  const Icon = icons[tone];
  return (
    <div
      data-slot="alert"
      role={tone === 'danger' ? 'alert' : 'status'}
      className={cn(alertVariants({ tone }), className)}
      {...props}
    >
      <Icon aria-hidden />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className={cn(title && 'text-foreground/85')}>{children}</div>}
      </div>
      {action && <div className="shrink-0 self-center">{action}</div>}
    </div>
  );
}
