import { type Instant, toMillis } from './date.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `21. Nov. 2026, 14:03` as the locale writes it, in the zone; an em dash for a text that is no date. */
export function formatLocalDateTime(value: Instant, locale: string, timeZone: string): string {
  const millis = toMillis(value);
  if (millis === null) return '—';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(millis);
}

/** `vor 5 Minuten`, `in 3 Stunden`: formatRelative in the words of the locale. Beyond 30 days it is the date. */
export function formatLocalRelative(value: Instant, now: Instant, locale: string, timeZone: string): string {
  const then = toMillis(value);
  const reference = toMillis(now);
  if (then === null || reference === null) return '—';
  const ahead = then - reference;
  const distance = Math.abs(ahead);
  if (distance >= 30 * day) return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(then);
  if (distance < 45_000) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second');
  const [unit, length] = distance < hour ? (['minute', minute] as const) : distance < day ? hours : days;
  // What is over is never made older than it is.
  const amount = Math.max(1, ahead > 0 ? Math.round(distance / length) : Math.floor(distance / length));
  // In numbers always: 30 hours ago is not always "yesterday".
  return new Intl.RelativeTimeFormat(locale).format(ahead > 0 ? amount : -amount, unit);
}

const hours = ['hour', hour] as const;
const days = ['day', day] as const;
