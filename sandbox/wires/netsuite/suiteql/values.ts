import { SuiteqlError } from './syntax.ts';

/** A date and time as clocks of the account show it: YYYY-MM-DD HH:MM:SS. */
export interface Moment {
  wall: string;
}

/** Amounts and rates are decimal text, so that no digit is lost; a comparison with a number makes them one. */
export type Value = string | number | Moment | null;

export const isMoment = (value: Value): value is Moment => typeof value === 'object' && value !== null;

const formats = new Map([
  ['YYYY-MM-DD', { length: 10, form: /^\d{4}-\d\d-\d\d$/ }],
  ['YYYY-MM-DD HH24:MI:SS', { length: 19, form: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/ }],
]);

function formatOf(format: string) {
  const known = formats.get(format.toUpperCase());
  if (!known) throw new SuiteqlError(`Date format "${format}" not recognized`);
  return known;
}

/** TO_CHAR of a date. */
export function toChar(value: Value, format: string): Value {
  const { length } = formatOf(format);
  if (value === null) return null;
  if (!isMoment(value)) throw new SuiteqlError('TO_CHAR takes a date here');
  return value.wall.slice(0, length);
}

/** TO_DATE of a text; a day is its midnight. */
export function toDate(value: Value, format: string): Value {
  const { form } = formatOf(format);
  if (typeof value !== 'string' || !form.test(value)) throw new SuiteqlError('Literal does not match format string');
  return { wall: value.padEnd(19, ' 00:00:00'.slice(value.length - 10)) };
}

/** Below zero, zero or above as the first is less, equal or greater; null where one is null, as nothing is known then. */
export function compare(left: Value, right: Value): number | null {
  if (left === null || right === null) return null;
  if (isMoment(left) || isMoment(right)) {
    if (!isMoment(left) || !isMoment(right)) throw new SuiteqlError('A date is compared with a date: use TO_DATE');
    return order(left.wall, right.wall);
  }
  if (typeof left === 'number' || typeof right === 'number') {
    const [a, b] = [Number(left), Number(right)];
    if (Number.isNaN(a) || Number.isNaN(b)) throw new SuiteqlError('Invalid number');
    return a - b;
  }
  return order(left, right);
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A value as an answer carries it: a text, dates in the user's display format; null where there is none. */
export function displayed(value: Value): string | null {
  if (value === null || value === '') return null;
  if (!isMoment(value)) return String(value);
  const [year, month, day] = value.wall.slice(0, 10).split('-').map(Number);
  return `${month}/${day}/${year}`;
}
