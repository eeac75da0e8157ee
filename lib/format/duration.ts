const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How long something took, from milliseconds: `340 ms`, `1.2 s`, `3 min 5 s`, `2 h 10 min`, `1 day 4 h`. */
export function formatDuration(ms: number): string {
  if (!Number.isFinite(ms) || ms < 0) return '—';
  if (ms < second) return `${Math.round(ms)} ms`;
  if (ms < 10 * second) return `${(Math.floor(ms / 100) / 10).toFixed(1)} s`;
  if (ms < minute) return `${Math.floor(ms / second)} s`;
  if (ms < hour) return pair(ms, minute, 'min', second, 's');
  if (ms < day) return pair(ms, hour, 'h', minute, 'min');
  return pair(ms, day, ms < 2 * day ? 'day' : 'days', hour, 'h');
}

/** A repeating distance, from milliseconds, in its largest whole unit: `every 15 min`, `every hour`, `every 6 h`. */
export function formatEvery(ms: number): string {
  if (!Number.isFinite(ms) || ms <= 0) return '—';
  if (ms % day === 0) return ms === day ? 'every day' : `every ${ms / day} days`;
  if (ms % hour === 0) return ms === hour ? 'every hour' : `every ${ms / hour} h`;
  if (ms % minute === 0) return ms === minute ? 'every minute' : `every ${ms / minute} min`;
  return `every ${formatDuration(ms)}`;
}

function pair(ms: number, big: number, bigName: string, small: number, smallName: string): string {
  const rest = Math.floor((ms % big) / small);
  const whole = `${Math.floor(ms / big)} ${bigName}`;
  return rest === 0 ? whole : `${whole} ${rest} ${smallName}`;
}
