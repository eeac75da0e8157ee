import type { Random } from './random.ts';

export const dayMs = 86_400_000;

/** The calendar day of an instant, YYYY-MM-DD. */
export const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** A moment of that day between eight and six, never later than `latest`. */
export function officeHours(random: Random, day: number, latest: number): number {
  const midnight = Math.floor(day / dayMs) * dayMs;
  return Math.min(midnight + 8 * 3_600_000 + random.int(0, 10 * 3_600_000), latest);
}

/** A fixed hour of that day: what a nightly or monthly run stamps on everything it makes. */
export function atHour(day: number, hour: number, latest: number): number {
  return Math.min(Math.floor(day / dayMs) * dayMs + hour * 3_600_000, latest);
}

export const iso = (at: number) => new Date(at).toISOString();
