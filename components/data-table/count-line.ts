import { formatNumber } from '../../lib/format/number.ts';

export interface CountLine {
  total: number | null;
  shown: number | null;
  /** Number of the page's first row, from 1. */
  first: number;
  paged: boolean;
  noun: readonly [one: string, many: string];
  locale: string;
  /** How far the total was counted: more is said as "more than". */
  countLimit?: number;
}

/** `51–100 of 1,204 companies`, `3 companies`; without the range when it can't be true. */
export function countLine({ total, shown, first, paged, noun, locale, countLimit }: CountLine): string {
  const number = (value: number) => formatNumber(value, locale);
  if (shown === null) return `Loading ${noun[1]}`;
  if (total === null) return `${number(shown)} ${shown === 1 ? noun[0] : noun[1]} on this page`;
  const isMore = countLimit !== undefined && total > countLimit;
  const whole = `${isMore ? `more than ${number(countLimit)}` : number(total)} ${total === 1 ? noun[0] : noun[1]}`;
  const last = first + shown - 1;
  if (!paged || shown === 0 || (last > total && !isMore)) return whole;
  return `${number(first)}–${number(last)} of ${whole}`;
}
