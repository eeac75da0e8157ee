import { defaultLocale } from './locale.ts';

/** `12,345.6` in the viewer's locale. Accepts a decimal text of any length without losing digits. */
export function formatNumber(
  value: number | bigint | string,
  locale: string = defaultLocale,
  options?: Intl.NumberFormatOptions,
): string {
  if (typeof value === 'string' && !isDecimal(value)) return '—';
  if (typeof value === 'number' && !Number.isFinite(value)) return '—';
  // Intl reads decimal texts exactly; the library type wants their literal form, which isDecimal has checked.
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 20, ...options }).format(
    value as Intl.StringNumericLiteral,
  );
}

/** `1.2M` where room is short; the exact number belongs in a tooltip. */
export function formatCompact(value: number, locale: string = defaultLocale): string {
  return formatNumber(value, locale, { notation: 'compact', maximumFractionDigits: 1 });
}

/** A share of 0 to 1 as `12.5 %`-style text of the locale; at most one digit behind the point. */
export function formatPercent(share: number, locale: string = defaultLocale): string {
  return formatNumber(share, locale, { style: 'percent', maximumFractionDigits: 1 });
}

/** `1 company`, `1,204 companies`: a count with its noun. */
export function formatCount(count: number, one: string, many: string, locale: string = defaultLocale): string {
  return `${formatNumber(count, locale)} ${count === 1 ? one : many}`;
}

/** Whether the text is a plain decimal number, such as `-1204.50`. */
export const isDecimal = (text: string) => /^-?\d+(\.\d+)?$/.test(text);
