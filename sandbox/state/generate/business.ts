import { fromMinor } from '../money.ts';
import type { Currency } from '../records/setup.ts';
import { currencyFacts } from './currency-table.ts';
import { atHour, dayMs, iso, officeHours } from './dates.ts';
import type { Random } from './random.ts';

/**
 * Moments at which business is done over the last 24 months, in their order, more of them towards now. A quarter comes
 * from the run of the first of the month and shares its stamp to the millisecond, as such runs do.
 */
export function businessMoments(random: Random, count: number, now: number): number[] {
  const start = now - 728 * dayMs;
  const latest = now - 5 * 60_000;
  const moments = Array.from({ length: count }, () => {
    // The exponent makes business grow over time.
    const at = Math.min(start + random.next() ** 0.8 * 728 * dayMs, latest);
    if (!random.chance(0.25)) return officeHours(random, at, latest);
    const first = new Date(at);
    return atHour(Math.max(start, Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), 1)), 6, latest);
  });
  return moments.sort((a, b) => a - b);
}

/** Document numbers that begin anew every year: `INV-2026-00001`. */
export function yearlyNumbers(prefix: string): (at: number) => string {
  const serials = new Map<string, number>();
  return (at) => {
    const year = iso(at).slice(0, 4);
    const serial = (serials.get(year) ?? 0) + 1;
    serials.set(year, serial);
    return `${prefix}-${year}-${String(serial).padStart(5, '0')}`;
  };
}

/** The rate of the day: a little off the book's own. */
export function rateOfTheDay(random: Random, currency: Currency): string {
  return currency.base ? '1' : (Number(currency.rate) * (0.97 + random.next() * 0.06)).toFixed(6);
}

/** A price out of a range in US dollars, in the smallest unit of a currency; at least one. */
export function priceIn(random: Random, currency: Currency, [low, high]: readonly [number, number]): bigint {
  const price = ((low + random.next() * (high - low)) / currencyFacts(currency.code).usd) * 10 ** currency.decimals;
  return BigInt(Math.max(1, Math.round(price)));
}

/** The middle of a range in US dollars as an amount of a currency. */
export function middlePrice(currency: Currency, [low, high]: readonly [number, number]): string {
  const price = ((low + high) / 2 / currencyFacts(currency.code).usd) * 10 ** currency.decimals;
  return fromMinor(BigInt(Math.max(1, Math.round(price))), currency.decimals);
}

/** What a generated record begins with. */
export const made = (id: number, created: number, modified = created) => ({
  id,
  created: iso(created),
  modified: iso(modified),
  deleted: null,
});
