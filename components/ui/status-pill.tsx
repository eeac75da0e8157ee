import { cva } from 'class-variance-authority';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn.ts';
import { type Tone, toneIcons } from './tone.ts';

// Only what waits or needs somebody is tinted; what is well stays quiet, so that the eye finds the rest.
const pillVariants = cva(
  'inline-flex h-6 max-w-full align-middle items-center gap-1.5 whitespace-nowrap rounded-full border px-2 font-medium text-xs [&_svg]:size-3.5 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        success: 'border-border text-foreground [&_svg]:text-success',
        warning: 'border-transparent bg-warning-tint text-warning',
        danger: 'border-transparent bg-danger-tint text-danger',
        info: 'border-border text-foreground [&_svg]:text-info',
        neutral: 'border-border text-muted-foreground',
      },
    },
  },
);

export interface StatusPillProps extends ComponentProps<'span'> {
  tone: Tone;
  /** The state in words. */
  children: ReactNode;
  /** Quiet addition, such as since when. */
  detail?: ReactNode;
  /** Another icon than the tone's own; never none. */
  icon?: LucideIcon;
}

/** A state as icon, word and colour. Wrap it in a button to open more about it. */
export function StatusPill({ tone, icon, detail, className, children, ...props }: StatusPillProps) {
  const Icon = icon ?? toneIcons[tone];
  return (
    <span data-slot="status-pill" data-tone={tone} className={cn(pillVariants({ tone }), className)} {...props}>
      <Icon aria-hidden />
      <span className="truncate">{children}</span>
      {detail && <span className="truncate font-normal">· {detail}</span>}
    </span>
  );
}

/** The same state without a frame, for table cells and lists. */
export function StatusText({ tone, icon, detail, className, children, ...props }: StatusPillProps) {
  const Icon = icon ?? toneIcons[tone];
  const loud = tone === 'danger' || tone === 'warning';
  return (
    <span
      data-slot="status-text"
      data-tone={tone}
      className={cn('inline-flex min-w-0 max-w-full items-center gap-1.5 whitespace-nowrap align-middle', className)}
      {...props}
    >
      <Icon aria-hidden className={cn('size-3.5 shrink-0', iconTone[tone])} />
      <span className={cn('truncate', loud && 'font-medium', loud ? iconTone[tone] : mutedTone[tone])}>{children}</span>
      {detail && <span className="truncate text-muted-foreground">{detail}</span>}
    </span>
  );
}

const iconTone: Record<Tone, string> = {
  success: 'text-success',
  warning: 'text-warning',
  danger: 'text-danger',
  info: 'text-info',
  neutral: 'text-muted-foreground',
};

const mutedTone: Record<Tone, string> = { ...iconTone, success: 'text-foreground', info: 'text-foreground' };
