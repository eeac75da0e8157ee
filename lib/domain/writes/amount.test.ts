import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalText, isCountable } from './amount.ts';

test.each([
  [100.1, '100.1'],
  [1e21, '1000000000000000000000'],
  [5e-7, '0.0000005'],
  [{ rawJSON: '90071992547409.9123' }, '90071992547409.9123'],
  [1e300, null],
  [{ rawJSON: '1e999999' }, null],
])('%o is %s as decimal text', (value, text) => {
  expect(decimalText(value)).toBe(text);
});

test.each([
  ['90071992547409.91', 'EUR', true],
  ['90071992547409.92', 'EUR', false],
  ['9007199254740991', 'JPY', true],
  ['9007199254740992', 'JPY', false],
  ['9007199254740.991', 'KWD', true],
  ['9007199254740.992', 'KWD', false],
  ['90071992547409.91', undefined, true],
  ['90071992547409.91', 'cur_1', true],
  ['1.0000000000000001', 'EUR', false],
])('%s of %s can be counted exactly: %s', (amount, currency, isSo) => {
  expect(isCountable(amount, currency)).toBe(isSo);
});

test('an amount of the smallest units up to 2^53 − 1 can be counted, and one more can not', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 2n ** 54n), (minor) => {
      const text = minor.toString().padStart(3, '0');
      expect(isCountable(`${text.slice(0, -2)}.${text.slice(-2)}`, 'EUR')).toBe(minor <= 2n ** 53n - 1n);
    }),
  );
});
