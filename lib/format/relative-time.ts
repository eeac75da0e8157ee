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
  // What is over is never made older than it is; what comes is rounded, so that seven days from now are seven days.
  const isAhead = then > reference;
  const amount = spell(distance, isAhead ? Math.round : Math.floor);
  if (!amount) return isAhead ? 'in a moment' : 'just now';
  return isAhead ? `in ${amount}` : `${amount} ago`;
}

function spell(distance: number, round: (value: number) => number): string | null {
  if (distance < 45 * second) return null;
  const minutes = Math.max(1, round(distance / minute));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.max(1, round(distance / hour));
  if (hours < 24) return `${hours} h`;
  const days = Math.max(1, round(distance / day));
  return days === 1 ? '1 day' : `${days} days`;
}
