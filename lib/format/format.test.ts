import { describe, expect, it } from 'vitest';
import { formatDate, formatDateTime, formatDay, formatExact } from './date.ts';
import { formatDuration, formatEvery } from './duration.ts';
import { initials } from './initials.ts';
import { pickLocale } from './locale.ts';
import { formatMoney } from './money.ts';
import { formatCompact, formatCount, formatNumber, formatPercent } from './number.ts';
import { formatRelative } from './relative-time.ts';
import { isTimeZone } from './time-zone.ts';

const instant = '2026-11-20T23:03:22.500Z';

describe('dates', () => {
  it('fall on the day of the zone they are shown in', () => {
    expect(formatDate(instant)).toBe('20 Nov 2026');
    expect(formatDate(instant, 'Europe/Berlin')).toBe('21 Nov 2026');
    expect(formatDateTime(instant, 'Asia/Kolkata')).toBe('21 Nov 2026, 04:33');
  });

  it('write midnight as 00, never as 24', () => {
    expect(formatDateTime('2026-01-01T00:00:00Z')).toBe('1 Jan 2026, 00:00');
  });

  it('name weekday, seconds and offset when exact', () => {
    expect(formatExact(instant, 'Europe/Berlin')).toBe('Sat 21 Nov 2026, 00:03:22 GMT+1');
    expect(formatExact(instant)).toBe('Fri 20 Nov 2026, 23:03:22 UTC');
  });

  it('leave a calendar day where it is', () => {
    expect(formatDay('2026-03-01')).toBe('1 Mar 2026');
    expect(formatDay('2026-03-01T00:00:00-12:00')).toBe('1 Mar 2026');
  });

  it('show a dash for what is no date', () => {
    expect(formatDate('soon')).toBe('—');
    expect(formatDay('2026-13-01')).toBe('—');
    expect(formatRelative('soon', instant)).toBe('—');
  });
});

describe('relative times', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');
  const minutes = (count: number) => now - count * 60_000;

  it.each([
    [minutes(0), 'just now'],
    [minutes(0.5), 'just now'],
    [minutes(0.8), '1 min ago'],
    [minutes(59.9), '59 min ago'],
    [minutes(60), '1 h ago'],
    [minutes(60 * 47), '1 day ago'],
    [minutes(60 * 24 * 29), '29 days ago'],
    [minutes(60 * 24 * 30), '22 Oct 2026'],
    [minutes(-10), 'in 10 min'],
    [minutes(-0.1), 'in a moment'],
    [minutes(-60 * 24 * 3), 'in 3 days'],
    [minutes(-60 * 24 * 7 + 1), 'in 7 days'],
    [minutes(-59.7), 'in 1 h'],
  ])('spell %d as %s', (value, text) => {
    expect(formatRelative(value, now)).toBe(text);
  });
});

describe('durations', () => {
  it.each([
    [0, '0 ms'],
    [340, '340 ms'],
    [1_249, '1.2 s'],
    [9_999, '9.9 s'],
    [59_999, '59 s'],
    [185_000, '3 min 5 s'],
    [180_000, '3 min'],
    [7_800_000, '2 h 10 min'],
    [100_800_000, '1 day 4 h'],
    [Number.NaN, '—'],
  ])('spell %d ms as %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  it('name a repeating distance in its largest whole unit', () => {
    expect(formatEvery(900_000)).toBe('every 15 min');
    expect(formatEvery(3_600_000)).toBe('every hour');
    expect(formatEvery(21_600_000)).toBe('every 6 h');
    expect(formatEvery(86_400_000)).toBe('every day');
    expect(formatEvery(0)).toBe('—');
  });
});

describe('numbers', () => {
  it('follow the locale', () => {
    expect(formatNumber(1234567.5)).toBe('1,234,567.5');
    expect(formatNumber(1234567.5, 'de')).toBe('1.234.567,5');
    expect(formatCompact(1_240_000)).toBe('1.2M');
    expect(formatPercent(0.1254)).toBe('12.5%');
  });

  it('keep every digit of a long decimal text', () => {
    expect(formatNumber('12345678901234567890.123456789')).toBe('12,345,678,901,234,567,890.123456789');
  });

  it('agree with their noun', () => {
    expect(formatCount(1, 'company', 'companies')).toBe('1 company');
    expect(formatCount(1204, 'company', 'companies')).toBe('1,204 companies');
  });

  it('show a dash for what is no number', () => {
    expect(formatNumber('twelve')).toBe('—');
    expect(formatNumber(Number.NaN)).toBe('—');
  });
});

describe('money', () => {
  it('has the digits of its currency', () => {
    expect(formatMoney('1204.5', 'EUR')).toBe('€1,204.50');
    expect(formatMoney('1204', 'JPY')).toBe('¥1,204');
    expect(formatMoney('-3.5', 'USD')).toBe('-$3.50');
    expect(formatMoney('1.2', 'KWD')).toMatch(/^KWD\s1\.200$/);
  });

  it('never hides digits that the amount has', () => {
    expect(formatMoney('1.005', 'EUR')).toBe('€1.005');
    expect(formatMoney('1.500000', 'EUR')).toBe('€1.50');
  });

  it('survives currencies that nobody has heard of', () => {
    expect(formatMoney('12', 'BTCX')).toBe('12.00 BTCX');
    expect(formatMoney('12', null)).toBe('12.00');
    expect(formatMoney('12', 'ZZZ')).toMatch(/^ZZZ\s12\.00$/);
    expect(formatMoney('a lot', 'EUR')).toBe('—');
  });
});

describe('the viewer', () => {
  it('gets the best language of Accept-Language', () => {
    expect(pickLocale('de-DE,de;q=0.9,en;q=0.8')).toBe('de-DE');
    expect(pickLocale('en;q=0.5, fr-CH')).toBe('fr-CH');
    expect(pickLocale('*')).toBe('en');
    expect(pickLocale('xx-$$;q=oops')).toBe('en');
    expect(pickLocale(null)).toBe('en');
  });

  it('may claim only zones that exist', () => {
    expect(isTimeZone('Europe/Berlin')).toBe(true);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
    expect(isTimeZone('')).toBe(false);
  });

  it('is known by initials', () => {
    expect(initials('Acme Trading GmbH')).toBe('AT');
    expect(initials('xero')).toBe('X');
    expect(initials('ada.lovelace@example.com')).toBe('AL');
    expect(initials('Öl & Gas')).toBe('ÖG');
    expect(initials('  ')).toBe('?');
  });
});
