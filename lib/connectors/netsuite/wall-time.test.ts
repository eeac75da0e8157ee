import fc from 'fast-check';
import { expect, test } from 'vitest';
import { earlier, instantOf, wallTime } from './wall-time.ts';

const zones = [
  'America/Los_Angeles',
  'Europe/London',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'UTC',
];

test('an instant is found again by what clocks show, but for the hour that comes twice', () => {
  const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (date, zone) => {
      const at = new Date(Math.floor(date.getTime() / 1000) * 1000);
      const wall = wallTime(at, zone);
      const found = instantOf(wall, zone);
      expect(wallTime(found, zone)).toBe(wall);
      expect(at.getTime() - found.getTime()).toBeGreaterThanOrEqual(0);
      expect(at.getTime() - found.getTime()).toBeLessThanOrEqual(3_600_000);
    }),
  );
});

test.each([
  ['2026-07-04 12:00:00', 'America/Los_Angeles', '2026-07-04T19:00:00.000Z'],
  ['2026-01-04 12:00:00', 'America/Los_Angeles', '2026-01-04T20:00:00.000Z'],
  // The hour that comes twice is meant as the first, and the one that is skipped as an hour later.
  ['2026-11-01 01:30:00', 'America/Los_Angeles', '2026-11-01T08:30:00.000Z'],
  ['2026-03-08 02:30:00', 'America/Los_Angeles', '2026-03-08T10:30:00.000Z'],
  ['2026-03-08 03:00:00', 'America/Los_Angeles', '2026-03-08T10:00:00.000Z'],
  ['2026-11-26 00:00:00', 'Pacific/Kiritimati', '2026-11-25T10:00:00.000Z'],
])('%s in %s is %s', (wall, zone, instant) => {
  expect(instantOf(wall, zone).toISOString()).toBe(instant);
});

test('earlier stays on the same clock face', () => {
  expect(earlier('2026-03-01 01:00:00', 7_200_000)).toBe('2026-02-28 23:00:00');
});
