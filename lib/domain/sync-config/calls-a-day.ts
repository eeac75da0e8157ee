import type { Frequency } from '../../../db/schema/enums.ts';

const hoursOf: Record<Exclude<Frequency, 'NEVER'>, number> = {
  HOURLY: 1,
  DAILY: 24,
  WEEKLY: 24 * 7,
  MONTHLY: (24 * 365.25) / 12,
  YEARLY: 24 * 365.25,
};

/** How often a model is read in a day, on average. */
export function runsADay(settings: { enabled: boolean; frequency: Frequency; interval: number }): number {
  if (!settings.enabled || settings.frequency === 'NEVER') return 0;
  return 24 / (hoursOf[settings.frequency] * settings.interval);
}

/** How many calls a day windows of so many calls in so many seconds let through; null without a window. */
export function callsAllowedADay(windows: readonly { calls: number; seconds: number }[]): number | null {
  if (windows.length === 0) return null;
  return Math.floor(Math.min(...windows.map(({ calls, seconds }) => (calls * 86_400) / seconds)));
}
