/** How SuiteQL is asked for a moment, and how it is told one; both in the account's zone. */
export const momentFormat = 'YYYY-MM-DD HH24:MI:SS';
export const dayFormat = 'YYYY-MM-DD';

const wallForm = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;
export const isWallTime = (value: unknown): value is string => typeof value === 'string' && wallForm.test(value);

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What clocks in a zone show: YYYY-MM-DD HH:MM:SS. */
export function wallTime(at: Date, timeZone: string): string {
  let clock = clocks.get(timeZone);
  // The Swedish form is the one with digits in this order.
  clock ??= new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  clocks.set(timeZone, clock);
  return clock.format(at);
}

/**
 * The instant at which clocks in a zone show this. Of the hour that comes twice in autumn the first is meant, and what is
 * skipped in spring is an hour later.
 */
export function instantOf(wall: string, timeZone: string): Date {
  const asUtc = fromWall(wall);
  const offsetAt = (at: number) => fromWall(wallTime(new Date(at), timeZone)) - at;
  const offsets = [offsetAt(asUtc - dayMs), offsetAt(asUtc + dayMs)];
  const fitting = offsets.map((offset) => asUtc - offset).filter((at) => offsetAt(at) === asUtc - at);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : asUtc - (offsets[0] ?? 0));
}

/** That much earlier on the same clock face. */
export const earlier = (wall: string, milliseconds: number): string =>
  new Date(fromWall(wall) - milliseconds).toISOString().slice(0, 19).replace('T', ' ');

const dayMs = 86_400_000;
const fromWall = (wall: string) => Date.parse(`${wall.replace(' ', 'T')}Z`);
