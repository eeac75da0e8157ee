import { Decimal } from 'decimal.js';

/** The most that an amount may have of its currency's smallest unit. */
const mostMinorUnits = new Decimal(Number.MAX_SAFE_INTEGER);
/** Digits behind the point where the currency is not known. */
const usualDigits = 2;

/** A number of a JSON body that had to be kept as its text, because it has more digits than a number holds. */
export interface LongNumber {
  readonly rawJSON: string;
}

// Not yet in the types of the standard library.
const { isRawJSON } = JSON as unknown as { isRawJSON(value: unknown): value is LongNumber };

export const isLongNumber = (value: unknown): value is LongNumber => isRawJSON(value);

/** The number as plain decimal text with every digit; null for one so large or small that no amount or rate has it. */
export function decimalText(value: number | LongNumber): string | null {
  const decimal = new Decimal(typeof value === 'number' ? value : value.rawJSON);
  return decimal.isZero() || Math.abs(decimal.e) <= 40 ? decimal.toFixed() : null;
}

/**
 * Whether an amount is small enough to be counted exactly in its currency's smallest unit, or in a smaller one where it
 * has more digits behind the point.
 *
 * @param currency an ISO 4217 code; anything else counts as a currency that is not known
 */
export function isCountable(amount: string, currency?: string | null): boolean {
  const decimal = new Decimal(amount);
  const digits = Math.max(decimal.decimalPlaces(), digitsOf(currency));
  const exact = Decimal.clone({ precision: 100 });
  return new exact(amount).times(new exact(10).pow(digits)).lte(mostMinorUnits);
}

function digitsOf(currency: string | null | undefined): number {
  if (!currency || !/^[A-Za-z]{3}$/.test(currency)) return usualDigits;
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? usualDigits
  );
}
