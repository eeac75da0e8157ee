import type { ComponentProps } from 'react';
import { cn } from './cn.ts';
import type { Tone } from './tone.ts';

const fills: Record<Tone | 'primary', string> = {
  primary: 'bg-primary',
  success: 'bg-success-solid',
  warning: 'bg-warning-solid',
  danger: 'bg-danger-solid',
  info: 'bg-info-solid',
  neutral: 'bg-neutral-solid',
};

export interface ProgressProps extends Omit<ComponentProps<'div'>, 'children'> {
  /** 0 to 100, or null while the end is not known. */
  value: number | null;
  /** What is in progress, for screen readers. */
  label: string;
  tone?: Tone | 'primary';
}

/** A thin bar. With `value={null}` it moves without promising an end. */
export function Progress({ value, label, tone = 'primary', className, ...props }: ProgressProps) {
  const percent = value === null ? undefined : Math.min(100, Math.max(0, Math.round(value)));
  return (
    <div
      data-slot="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={cn('h-1.5 w-full overflow-hidden rounded-full bg-pressed', className)}
      {...props}
    >
      <div
        className={cn(
          'h-full rounded-full transition-[width]',
          fills[tone],
          percent === undefined && 'w-1/3 animate-indeterminate',
        )}
        style={percent === undefined ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}
