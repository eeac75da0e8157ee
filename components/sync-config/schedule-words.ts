import type { Frequency } from '@/db/schema/enums.ts';

const units: Record<Exclude<Frequency, 'NEVER'>, [one: string, many: string]> = {
  HOURLY: ['hour', 'hours'],
  DAILY: ['day', 'days'],
  WEEKLY: ['week', 'weeks'],
  MONTHLY: ['month', 'months'],
  YEARLY: ['year', 'years'],
};

/** `Every 2 weeks`, `Every day`, `Only by hand`. */
export function scheduleWords({ frequency, interval }: { frequency: Frequency; interval: number }): string {
  if (frequency === 'NEVER') return 'Only by hand';
  const [one, many] = units[frequency];
  return interval === 1 ? `Every ${one}` : `Every ${interval} ${many}`;
}

export const frequencyWords: Record<Frequency, string> = {
  HOURLY: 'Hours',
  DAILY: 'Days',
  WEEKLY: 'Weeks',
  MONTHLY: 'Months',
  YEARLY: 'Years',
  NEVER: 'Only by hand',
};
