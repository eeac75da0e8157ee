import type { Moment } from './suiteql/values.ts';

/** The zone of every account: the vendor's own, unless somebody chooses another one. */
export const accountZone = 'America/Los_Angeles';

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: accountZone,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** What the clocks of the account show at an instant. */
export const wallTime = (iso: string): Moment => ({ wall: clock.format(new Date(iso)) });

/** A plain date, which has no zone. */
export const plainDate = (day: string): Moment => ({ wall: `${day} 00:00:00` });
