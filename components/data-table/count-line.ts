import { formatNumber } from '../../lib/format/number.ts';

export interface CountLine {
  total: number | null;
  shown: number | null;
  /** Number of the page's first row, from 1. */
  first: number;
  paged: boolean;
  noun: readonly [one: string, many: string];
  locale: string;
}

/** `51–100 of 1,204 companies`, `3 companies`; without the range when it can't be true. */
export function countLine({ total, shown, first, paged, noun, locale }: CountLine): string {
  const number = (value: number) => formatNumber(value, locale);
  if (shown === null) return `Loading ${noun[1]}`;
  if (total === null) return `${number(shown)} ${shown === 1 ? noun[0] : noun[1]} on this page`;
  const whole = `${number(total)} ${total === 1 ? noun[0] : noun[1]}`;
  const last = first + shown - 1;
  if (!paged || shown === 0 || last > total) return whole;
  return `${number(first)}–${number(last)} of ${whole}`;
}
