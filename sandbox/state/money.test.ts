import { expect, test } from 'vitest';
import { fromMinor, percentOf, times, toMinor } from './money.ts';

test('amounts keep the decimals of their currency', () => {
  expect(fromMinor(toMinor('1200', 0), 0)).toBe('1200');
  expect(fromMinor(toMinor('0.005', 3), 3)).toBe('0.005');
  expect(fromMinor(toMinor('-12.3', 2), 2)).toBe('-12.30');
});

test('more digits than the currency has are refused, trailing zeros are not', () => {
  expect(toMinor('5.00', 0)).toBe(5n);
  expect(() => toMinor('5.01', 0)).toThrow(RangeError);
  expect(() => toMinor('five', 2)).toThrow(RangeError);
});

test('products and percentages are rounded half away from zero', () => {
  expect(times(105n, '0.5')).toBe(53n);
  expect(times(-105n, '0.5')).toBe(-53n);
  expect(percentOf(1050n, '8.25')).toBe(87n);
  expect(times(999_999_999_999_999_999n, '1')).toBe(999_999_999_999_999_999n);
});
