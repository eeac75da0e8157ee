import { defaultTimeZone } from './time-zone.ts';

/** An instant: a Date, an ISO 8601 text or milliseconds since 1970. */
export type Instant = Date | string | number;

// Spelled here and not by Intl: the same in every browser and on the server, so that hydration never differs.
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Milliseconds since 1970, or null for a text that is no date. */
export function toMillis(value: Instant): number | null {
  const millis = value instanceof Date ? value.getTime() : typeof value === 'number' ? value : Date.parse(value);
  return Number.isFinite(millis) ? millis : null;
}

/** `21 Nov 2026` in the zone; an em dash for a text that is no date. */
export function formatDate(value: Instant, timeZone: string = defaultTimeZone): string {
  const parts = partsIn(value, timeZone);
  return parts ? spellDay(parts) : '—';
}

/** `21 Nov 2026, 14:03` in the zone. */
export function formatDateTime(value: Instant, timeZone: string = defaultTimeZone): string {
  const parts = partsIn(value, timeZone);
  return parts ? `${spellDay(parts)}, ${two(parts.hour)}:${two(parts.minute)}` : '—';
}

/** `14:03:22` in the zone. */
export function formatTime(value: Instant, timeZone: string = defaultTimeZone): string {
  const parts = partsIn(value, timeZone);
  return parts ? `${two(parts.hour)}:${two(parts.minute)}:${two(parts.second)}` : '—';
}

/** Everything, for hovering: `Sat 21 Nov 2026, 14:03:22 GMT+1`. */
export function formatExact(value: Instant, timeZone: string = defaultTimeZone): string {
  const parts = partsIn(value, timeZone);
  if (!parts) return '—';
  const weekday = weekdays[new Date(Date.UTC(parts.year, parts.month - 1, parts.day)).getUTCDay()];
  return `${weekday} ${spellDay(parts)}, ${formatTime(value, timeZone)} ${zoneName(value, timeZone)}`;
}

/** A calendar day without a time, `YYYY-MM-DD`, as `21 Nov 2026`: no zone can move it. */
export function formatDay(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  if (!match) return '—';
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return months[parts.month - 1] ? spellDay(parts) : '—';
}

/** `21 Nov`: for the ticks of an axis. */
export function formatDayShort(value: Instant, timeZone: string = defaultTimeZone): string {
  const parts = partsIn(value, timeZone);
  return parts ? `${parts.day} ${months[parts.month - 1]}` : '—';
}

interface Day {
  year: number;
  month: number;
  day: number;
}
interface Parts extends Day {
  hour: number;
  minute: number;
  second: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

function partsIn(value: Instant, timeZone: string): Parts | null {
  const millis = toMillis(value);
  if (millis === null) return null;
  const parts = formatterFor(timeZone).formatToParts(millis);
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
  };
}

function zoneName(value: Instant, timeZone: string): string {
  if (timeZone === defaultTimeZone) return 'UTC';
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(
    toMillis(value) ?? 0,
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

const spellDay = ({ day, month, year }: Day) => `${day} ${months[month - 1]} ${year}`;
const two = (value: number) => String(value).padStart(2, '0');
