import { describe, expect, test } from 'vitest';
import { decimalText, decode, encodeDay, encodeMoment, shiftMoment } from './wire-values.ts';

describe('a decoded value', () => {
  test.each([
    ['0', '0'],
    ['0.00', '0'],
    ['-0.00', '0'],
    ['120.00', '120'],
    ['0E-8', '0'],
    ['1E+3', '1000'],
    ['12345678901234567890.123456789012345', '12345678901234567890.123456789012345'],
    ['NaN', 'NaN'],
    ['1E+999999999', '1E+999999999'],
  ])('is the decimal %s as %s', (wire, text) => {
    expect(decode({ __class__: 'Decimal', decimal: wire })).toBe(text);
  });

  test('is a day or a moment, to the microsecond', () => {
    const day = { __class__: 'date', year: 2026, month: 1, day: 9 };
    expect(decode(day)).toBe('2026-01-09');
    expect(decode({ ...day, __class__: 'datetime', hour: 4, minute: 5, second: 6, microsecond: 70 })).toBe(
      '2026-01-09T04:05:06.000070Z',
    );
  });

  test('is decoded however deep, in one order of names', () => {
    const wire = { b: [{ 'c.': { z: 1, a: { __class__: 'Decimal', decimal: '1.50' } } }], a: null };
    expect(JSON.stringify(decode(wire))).toBe('{"a":null,"b":[{"c.":{"a":"1.5","z":1}}]}');
  });

  test('is left alone where its kind is not known', () => {
    const other = { __class__: 'timedelta', seconds: 5 };
    expect(decode(other)).toEqual(other);
  });
});

test('moments and days go out as Tryton writes them', () => {
  const day = { __class__: 'date', year: 2026, month: 1, day: 9 };
  expect(encodeDay('2026-01-09')).toEqual(day);
  const moment = '2026-01-09T04:05:06.000070Z';
  expect(decode(encodeMoment(moment))).toBe(moment);
});

test('a moment is shifted over midnight and the end of a year', () => {
  expect(shiftMoment('2026-01-01T00:10:00.123456Z', -90)).toBe('2025-12-31T22:40:00.123000Z');
});

test('quantities, which are floats, become text without an exponent', () => {
  expect([2.5, 0.0000001, 3, 1e21].map(decimalText)).toEqual(['2.5', '0.0000001', '3', '1000000000000000000000']);
});
