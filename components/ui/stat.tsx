import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn.ts';
import { type Tone, toneIcons, toneText } from './tone.ts';

export interface StatProps extends Omit<ComponentProps<'div'>, 'title'> {
  label: ReactNode;
  value: ReactNode;
  /** Quiet line below. */
  detail?: ReactNode;
  /** The list behind the number. */
  href?: string;
  tone?: Tone;
}

/** One number with its name; a link to the list behind it. */
export function Stat({ label, value, detail, href, tone, className, ...props }: StatProps) {
  const Icon = tone && toneIcons[tone];
  const body = (
    <>
      <span className="flex items-center gap-1.5 text-muted-foreground text-xs">
        {Icon && <Icon aria-hidden className={cn('size-3.5', toneText[tone])} />}
        {label}
      </span>
      <span className={cn('num font-semibold text-2xl tracking-tight', tone === 'danger' && 'text-danger')}>
        {value}
      </span>
      {detail && <span className="text-muted-foreground text-xs">{detail}</span>}
    </>
  );
  const frame = 'grid content-start gap-1 rounded-md border bg-surface p-4';
  return (
    <div data-slot="stat" data-tone={tone} className={className} {...props}>
      {href ? (
        <Link href={href} className={cn(frame, 'focus-ring h-full transition-colors hover:bg-subtle')}>
          {body}
        </Link>
      ) : (
        <div className={cn(frame, 'h-full')}>{body}</div>
      )}
    </div>
  );
}
