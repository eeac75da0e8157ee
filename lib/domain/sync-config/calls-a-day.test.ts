import { expect, it } from 'vitest';
import { callsAllowedADay, runsADay } from './calls-a-day.ts';

it('counts runs a day by frequency and interval', () => {
  expect(runsADay({ enabled: true, frequency: 'HOURLY', interval: 6 })).toBe(4);
  expect(runsADay({ enabled: true, frequency: 'DAILY', interval: 1 })).toBe(1);
  expect(runsADay({ enabled: true, frequency: 'WEEKLY', interval: 2 })).toBeCloseTo(1 / 14);
  expect(runsADay({ enabled: true, frequency: 'NEVER', interval: 1 })).toBe(0);
  expect(runsADay({ enabled: false, frequency: 'HOURLY', interval: 1 })).toBe(0);
});

it('the narrowest window says how many calls a day there are', () => {
  expect(
    callsAllowedADay([
      { calls: 100, seconds: 10 },
      { calls: 4000, seconds: 1800 },
    ]),
  ).toBe(192_000);
  expect(callsAllowedADay([])).toBeNull();
});
