import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelStep, middleOf, placeAt, ticksUpTo } from './scale.ts';

describe('the numbers at an axis', () => {
  it('are round', () => {
    expect(ticksUpTo(0)).toEqual([0, 1]);
    expect(ticksUpTo(1)).toEqual([0, 1]);
    expect(ticksUpTo(3)).toEqual([0, 2, 4]);
    expect(ticksUpTo(10)).toEqual([0, 5, 10]);
    expect(ticksUpTo(41)).toEqual([0, 25, 50]);
    expect(ticksUpTo(1_234)).toEqual([0, 1_000, 2_000]);
  });

  it('are whole, rise from zero, and hold what is drawn, which fills at least half', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 12 }), (max) => {
        const ticks = ticksUpTo(max);
        const top = ticks.at(-1) ?? 0;
        expect(ticks[0]).toBe(0);
        expect(ticks.every(Number.isInteger)).toBe(true);
        expect(ticks).toEqual([...new Set(ticks)].sort((a, b) => a - b));
        expect(top).toBeGreaterThanOrEqual(max);
        expect(max / top).toBeGreaterThanOrEqual(0.5);
      }),
    );
  });
});

it('names at most seven places of an axis', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (places) => {
      expect(Math.ceil(places / labelStep(places))).toBeLessThanOrEqual(7);
    }),
  );
  expect(labelStep(7)).toBe(1);
});

it('finds the place that is pointed at, also at the very edge', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }).chain((count) => fc.tuple(fc.nat(count - 1), fc.constant(count))),
      ([index, count]) => {
        expect(placeAt(middleOf(index, count) / 100, count)).toBe(index);
      },
    ),
  );
  expect(placeAt(1, 24)).toBe(23);
  expect(placeAt(-0.01, 24)).toBe(0);
});
