import { formatNumber } from '../../lib/format/number.ts';

export interface CountLine {
  /** Null while it is not known. */
  total: number | null;
  /** Rows on this page. */
  shown: number;
  /** Number of the page's first row, from 1. */
  first: number;
  paged: boolean;
  noun: readonly [one: string, many: string];
  locale: string;
  /** How far the total was counted: more is said as "more than". */
  countLimit?: number;
}

/**
 * `51–100 of 1,204 companies`, `3 companies`; without the range when it can't be true, and with nothing but the range,
 * `51–100`, while the total is not known.
 */
export function countLine({ total, shown, first, paged, noun, locale, countLimit }: CountLine): string {
  const number = (value: number) => formatNumber(value, locale);
  const last = first + shown - 1;
  const range = shown > 0 ? `${number(first)}–${number(last)}` : '';
  if (total === null) return range;
  const isMore = countLimit !== undefined && total > countLimit;
  const whole = `${isMore ? `more than ${number(countLimit)}` : number(total)} ${total === 1 ? noun[0] : noun[1]}`;
  return paged && range && (isMore || last <= total) ? `${range} of ${whole}` : whole;
}
