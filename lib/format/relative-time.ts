import { formatDate, type Instant, toMillis } from './date.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How long ago or how soon, in one unit: `just now`, `5 min ago`, `in 3 h`, `2 days ago`. Beyond 30 days it is the
 * date (in the zone), because nobody counts in weeks.
 */
export function formatRelative(value: Instant, now: Instant, timeZone?: string): string {
  const then = toMillis(value);
  const reference = toMillis(now);
  if (then === null || reference === null) return '—';
  const distance = Math.abs(reference - then);
  if (distance >= 30 * day) return formatDate(then, timeZone);
  const amount = spell(distance);
  if (!amount) return then > reference ? 'in a moment' : 'just now';
  return then > reference ? `in ${amount}` : `${amount} ago`;
}

function spell(distance: number): string | null {
  if (distance < 45 * second) return null;
  if (distance < 60 * minute) return `${Math.max(1, Math.floor(distance / minute))} min`;
  if (distance < day) return `${Math.floor(distance / hour)} h`;
  const days = Math.floor(distance / day);
  return days === 1 ? '1 day' : `${days} days`;
}
