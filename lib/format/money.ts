import { defaultLocale } from './locale.ts';
import { formatNumber, isDecimal } from './number.ts';

/**
 * An amount with its currency, exact: the currency's own digits at least, more when the amount has more.
 * A code that is no ISO 4217 code stands behind the number as it is. Never throws.
 *
 * @param amount a decimal text, such as `1204.50`
 * @param currency an ISO 4217 code, or null when none is known
 */
export function formatMoney(
  amount: string | number,
  currency: string | null | undefined,
  locale: string = defaultLocale,
): string {
  const text = String(amount);
  if (!isDecimal(text)) return '—';
  if (!currency) return formatNumber(text, locale, { minimumFractionDigits: 2 });
  if (!/^[A-Za-z]{3}$/.test(currency)) return `${formatNumber(text, locale, { minimumFractionDigits: 2 })} ${currency}`;
  const digits = currencyDigits(currency);
  return formatNumber(text, locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: Math.max(digits, significantDecimals(text)),
  });
}

const currencyDigits = (currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().minimumFractionDigits ?? 2;

/** Digits behind the point without trailing zeros: `1.500` has one. */
function significantDecimals(text: string): number {
  const decimals = text.split('.')[1] ?? '';
  return Math.min(20, decimals.replace(/0+$/, '').length);
}
