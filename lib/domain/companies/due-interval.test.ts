import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { intervalForDays, maxDueDays, wholeDays } from './due-interval.ts';

describe('the whole days of a duration', () => {
  test.each([
    ['P2DT23H', 2],
    ['P0Y0M1DT0H0M0S', 1],
    ['P15D', 15],
    ['P2W', 14],
    ['PT48H', 2],
    ['PT23H59M59.9S', 0],
    ['P1Y2M', 425],
    ['P0D', 0],
  ])('of %s are %i', (interval, days) => {
    expect(wholeDays(interval)).toBe(days);
  });

  test.each(['', 'P', 'PT', 'P1', '2D', 'P-1D', 'P1DT', 'p2d', 'P2D ', 'P1.5D', `P${'9'.repeat(200)}D`])(
    '%j is no duration',
    (text) => {
      expect(wholeDays(text)).toBeNull();
    },
  );
});

describe('a change of the days', () => {
  it('makes a text of its own, and clears it', () => {
    expect(intervalForDays(15, 'P2DT23H')).toBe('P15D');
    expect(intervalForDays(15, null)).toBe('P15D');
    expect(intervalForDays(null, 'P2DT23H')).toBeNull();
  });

  it('keeps the text that says so many days already', () => {
    expect(intervalForDays(2, 'P2DT23H')).toBe('P2DT23H');
  });

  it('is read back as it was given, whatever stood there', () => {
    const days = fc.integer({ min: 0, max: maxDueDays });
    const before = fc.option(fc.tuple(days, fc.integer({ min: 0, max: 23 })).map(([d, h]) => `P${d}DT${h}H`));
    fc.assert(fc.property(days, before, (given, text) => wholeDays(intervalForDays(given, text) ?? '') === given));
  });
});
