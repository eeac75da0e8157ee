/** The longest term of payment, in whole days. */
export const maxDueDays = 3650;

const form =
  /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;

const daySeconds = 86_400;
/** Seconds of years, months, weeks, days, hours, minutes and seconds. A month counts 30 days, a year 365. */
const unitSeconds = [365 * daySeconds, 30 * daySeconds, 7 * daySeconds, daySeconds, 3600, 60, 1];

/** The whole days of an ISO 8601 duration such as `P2DT23H`, which has 2; null for what is none. */
export function wholeDays(interval: string): number | null {
  const match = interval.length <= 100 ? form.exec(interval) : null;
  if (!match) return null;
  const seconds = unitSeconds.reduce((sum, unit, index) => sum + unit * amount(match[index + 1]), 0);
  return Math.floor(seconds / daySeconds);
}

const amount = (digits: string | undefined): number => Number((digits ?? '0').replace(',', '.'));

/**
 * The term after a change of its whole days: text that already says so many days stays as it was sent, also the hours
 * that days can't tell.
 */
export function intervalForDays(days: number | null, before: string | null): string | null {
  if (days === null) return null;
  return before !== null && wholeDays(before) === days ? before : `P${days}D`;
}
