import type { Value } from '../suiteql/values.ts';

/** A truth value as this platform writes it. */
export const flag = (isSo: boolean): Value => (isSo ? 'T' : 'F');

/** Decimal text without what a database does not keep: zeros at the end. */
export const number = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);

/** The other sign. */
export const negative = (decimal: string): string => {
  const text = number(decimal);
  if (/^-?0$/.test(text)) return '0';
  return text.startsWith('-') ? text.slice(1) : `-${text}`;
};
