/**
 * Exact amounts: decimal strings outside, integers of the smallest unit inside. Nothing here is ever a float.
 */

const form = /^(-?)(\d+)(?:\.(\d+))?$/;

/** `12.30` with two decimals is 1230n. Throws a RangeError on anything that does not fit those decimals exactly. */
export function toMinor(text: string, decimals: number): bigint {
  const match = form.exec(text);
  const fraction = match?.[3] ?? '';
  if (!match || /[1-9]/.test(fraction.slice(decimals)))
    throw new RangeError(`${text} is no amount of ${decimals} decimals`);
  const digits = BigInt((match[2] ?? '0') + fraction.slice(0, decimals).padEnd(decimals, '0'));
  return match[1] === '-' ? -digits : digits;
}

/** 1230n with two decimals is `12.30`; with none, `1230`. */
export function fromMinor(minor: bigint, decimals: number): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, '0');
  const sign = minor < 0n ? '-' : '';
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** An amount times a decimal string, rounded half away from zero to the smallest unit. */
export function times(minor: bigint, factor: string): bigint {
  const places = factor.split('.')[1]?.length ?? 0;
  const scale = 10n ** BigInt(places);
  const product = minor * toMinor(factor, places);
  const half = product < 0n ? -scale / 2n : scale / 2n;
  return (product + half) / scale;
}

/** A percentage of an amount, rounded like `times`. */
export function percentOf(minor: bigint, percent: string): bigint {
  const places = percent.split('.')[1]?.length ?? 0;
  const scale = 100n * 10n ** BigInt(places);
  const product = minor * toMinor(percent, places);
  const half = product < 0n ? -scale / 2n : scale / 2n;
  return (product + half) / scale;
}
