import { z } from 'zod';

/** ISO 8601 with milliseconds and an offset. */
export const momentShape = z.iso.datetime({ offset: true });

const offsets = new Map<string, Intl.DateTimeFormat>();

/** A moment as a clock in a time zone shows it: `2025-07-24T06:04:41.953+02:00`. */
export function zonedMoment(moment: Date, timeZone: string): string {
  const offset = offsetAt(moment, timeZone);
  const [sign, hours, minutes] = [offset[0] === '-' ? -1 : 1, Number(offset.slice(1, 3)), Number(offset.slice(4, 6))];
  const shown = new Date(moment.getTime() + sign * (hours * 60 + minutes) * 60_000);
  return shown.toISOString().slice(0, -1) + offset;
}

function offsetAt(moment: Date, timeZone: string): string {
  let format = offsets.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    offsets.set(timeZone, format);
  }
  const name = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  // Seconds of an offset, which zones had a century ago, are no part of the form.
  return name.slice(3, 9) || '+00:00';
}
