'use client';

import type { ComponentProps } from 'react';
import { formatDateTime, formatExact, type Instant, toMillis } from '../../lib/format/date.ts';
import { formatRelative } from '../../lib/format/relative-time.ts';
import { useNow, useTimeZone } from './viewer.tsx';

export interface TimeProps extends Omit<ComponentProps<'time'>, 'dateTime' | 'children'> {
  value: Instant | null | undefined;
  /** Stands where there is no time. */
  fallback?: string;
}

/** `5 min ago`, moving with the clock; the exact time in the viewer's zone on hover. */
export function RelativeTime({ value, fallback = '—', ...props }: TimeProps) {
  const now = useNow();
  const timeZone = useTimeZone();
  const millis = value === null || value === undefined ? null : toMillis(value);
  if (millis === null) return <span className="text-muted-foreground">{fallback}</span>;
  return (
    <time data-slot="relative-time" dateTime={isoOf(millis)} title={formatExact(millis, timeZone)} {...props}>
      {formatRelative(millis, now, timeZone)}
    </time>
  );
}

/** `21 Nov 2026, 14:03` in the viewer's zone; seconds and offset on hover. */
export function DateTime({ value, fallback = '—', ...props }: TimeProps) {
  const timeZone = useTimeZone();
  const millis = value === null || value === undefined ? null : toMillis(value);
  if (millis === null) return <span className="text-muted-foreground">{fallback}</span>;
  return (
    <time data-slot="date-time" dateTime={isoOf(millis)} title={formatExact(millis, timeZone)} {...props}>
      {formatDateTime(millis, timeZone)}
    </time>
  );
}

const isoOf = (millis: number) => new Date(millis).toISOString();
