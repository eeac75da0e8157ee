import { expect, test } from 'vitest';
import { isMoment, parseMoment } from './moment.ts';

test.each(['2026-02-28T23:59:59.999Z', '2024-02-29T00:00Z', '2026-01-01T00:00:00+05:30', '0001-01-01T00:00:00Z'])(
  '%s is a moment',
  (text) => {
    expect(isMoment(text)).toBe(true);
  },
);

test.each([
  '',
  '2026',
  '2026-01-01',
  '2026-01-01T00:00:00',
  '2026-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-01-01T25:00:00Z',
  '2026-01-01T00:00:61Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59-14:00',
  '2026-01-01T00:00:00+19:00',
  ' 2026-01-01T00:00:00Z',
  'yesterday',
])('"%s" is not a moment', (text) => {
  expect(isMoment(text)).toBe(false);
});

test('a caller may also write a day, which begins at midnight UTC', () => {
  expect(parseMoment('2026-03-01')).toEqual(new Date('2026-03-01T00:00:00Z'));
  expect(parseMoment('2026-03-01T01:00:00+01:00')).toEqual(new Date('2026-03-01T00:00:00Z'));
  expect(parseMoment('2026-02-30')).toBeNull();
});

test('a plus that was not encoded in an address is understood', () => {
  expect(parseMoment('2026-03-01T01:00:00 01:00')).toEqual(new Date('2026-03-01T00:00:00Z'));
  expect(parseMoment('2026-03-01 01:00')).toBeNull();
});
