import { Decimal } from 'decimal.js';
import { z } from 'zod';

/** Values that JSON lacks travel as `{"__class__": …}`. */
const envelope = z.discriminatedUnion('__class__', [
  z.object({ __class__: z.literal('Decimal'), decimal: z.string() }),
  z.object({ __class__: z.literal('date'), year: z.int(), month: z.int(), day: z.int() }),
  z.object({
    __class__: z.literal('datetime'),
    year: z.int(),
    month: z.int(),
    day: z.int(),
    hour: z.int(),
    minute: z.int(),
    second: z.int(),
    microsecond: z.int(),
  }),
]);

/**
 * A wire value as plain JSON, and the same text for the same thing, or hashes would change by themselves: decimals in
 * one spelling ("0" and "0.00" are one number), names in one order (Python's is another after each restart). Dates are
 * `2026-01-31`, moments `2026-01-31T10:20:30.123456Z`: Tryton's carry no zone, its server runs in UTC and they are taken
 * as that. Envelopes of other kinds stay as they are.
 */
export function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'object' || value === null) return value;
  if ('__class__' in value) {
    const read = envelope.safeParse(value);
    if (read.success) return decodeEnvelope(read.data);
  }
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, decode(item)]),
  );
}

function decodeEnvelope(value: z.infer<typeof envelope>): string {
  if (value.__class__ === 'Decimal') return decimalText(value.decimal);
  const day = `${pad(value.year, 4)}-${pad(value.month, 2)}-${pad(value.day, 2)}`;
  if (value.__class__ === 'date') return day;
  const time = `${pad(value.hour, 2)}:${pad(value.minute, 2)}:${pad(value.second, 2)}`;
  return `${day}T${time}.${pad(value.microsecond, 6)}Z`;
}

const pad = (value: number, length: number) => String(value).padStart(length, '0');

/** A decimal in its one spelling: no exponent, no trailing zeros, no negative zero. Text that is no number stays. */
export function decimalText(value: string | number): string {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(String(value))) return String(value);
  const number = new Decimal(value);
  return number.isZero() ? '0' : number.toFixed();
}

/** A moment as it comes out of `decode`, for a search. */
export function encodeMoment(moment: string): object {
  const [year, month, day, hour, minute, second, microsecond] = (moment.match(/\d+/g) ?? []).map(Number);
  return { __class__: 'datetime', year, month, day, hour, minute, second, microsecond };
}

/** A day (`2026-01-31`) for a search or to write. */
export function encodeDay(text: string): object {
  const [year, month, day] = text.split('-').map(Number);
  return { __class__: 'date', year, month, day };
}

/** A decimal number (`12.30`) to write. */
export const encodeDecimal = (text: string): object => ({ __class__: 'Decimal', decimal: text });

/** A moment some minutes later, or earlier when negative; microseconds below the millisecond are dropped. */
export function shiftMoment(moment: string, minutes: number): string {
  const shifted = new Date(Date.parse(`${moment.slice(0, 23)}Z`) + minutes * 60_000);
  return shifted.toISOString().replace('Z', '000Z');
}
