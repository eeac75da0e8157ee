'use client';

import { useNow, useTimeZone } from '@/components/ui/viewer.tsx';
import { type Instant, toMillis } from '@/lib/format/date.ts';
import { formatLocalDateTime, formatLocalRelative } from '@/lib/format/local-date.ts';

interface LocalTimeProps {
  value: Instant | null;
  locale: string;
  /** Stands where there is no time. */
  fallback: string;
}

/** How long ago in the reader's language, moving with the clock; the moment itself on hover. */
export function LocalRelativeTime({ value, locale, fallback }: LocalTimeProps) {
  const now = useNow();
  const timeZone = useTimeZone();
  const millis = value === null ? null : toMillis(value);
  if (millis === null) return <span className="text-muted-foreground">{fallback}</span>;
  // Server and browser may spell a locale a hair differently; the next tick brings the browser's own.
  return (
    <time
      suppressHydrationWarning
      dateTime={new Date(millis).toISOString()}
      title={formatLocalDateTime(millis, locale, timeZone)}
    >
      {formatLocalRelative(millis, now, locale, timeZone)}
    </time>
  );
}

/** A moment in the reader's language and zone. */
export function LocalDateTime({ value, locale, fallback }: LocalTimeProps) {
  const timeZone = useTimeZone();
  const millis = value === null ? null : toMillis(value);
  if (millis === null) return <span className="text-muted-foreground">{fallback}</span>;
  return (
    <time suppressHydrationWarning dateTime={new Date(millis).toISOString()}>
      {formatLocalDateTime(millis, locale, timeZone)}
    </time>
  );
}
