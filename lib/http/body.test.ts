import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseExactly } from './body.ts';

test('numbers that JavaScript holds come as numbers', () => {
  const text = '{"a":100.10,"b":-0.000001,"c":[1e3,123456789012345],"d":"90071992547409.91"}';
  expect(parseExactly(text)).toEqual(JSON.parse(text));
});

test('numbers with more digits are written again with every one of them', () => {
  const text = '{"amount":90071992547409.9123,"list":[12345678901234567890,0.1234567890123456789]}';
  expect(JSON.stringify(parseExactly(text))).toBe(text);
});

test('no number loses a digit', () => {
  const decimal = fc.tuple(fc.bigInt(1n, 10n ** 30n), fc.nat({ max: 30 }), fc.boolean());
  fc.assert(
    fc.property(decimal, ([digits, places, isNegative]) => {
      const whole = digits.toString().padStart(places + 1, '0');
      const cut = whole.length - places;
      const source = `${isNegative ? '-' : ''}${whole.slice(0, cut)}${places ? `.${whole.slice(cut)}` : ''}`;
      const [value] = parseExactly(`[${source}]`) as unknown[];
      const written = typeof value === 'number' ? value : JSON.stringify(value);
      expect(Number(written)).toBe(Number(source));
      if (typeof value === 'number') expect(value.toPrecision(15)).toBe(Number(source).toPrecision(15));
      else expect(written).toBe(source);
    }),
  );
});
