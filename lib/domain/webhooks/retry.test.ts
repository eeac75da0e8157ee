import fc from 'fast-check';
import { expect, test } from 'vitest';
import { giveUpAfterMs, retryPauseMs } from './retry.ts';

const tries = fc.integer({ min: 1, max: 200 });
const chance = fc.double({ min: 0, max: 1, noNaN: true });
const hourMs = 3_600_000;

test('a pause is never shorter than asked for, nor longer than six hours and the spread', () => {
  fc.assert(
    fc.property(tries, chance, fc.integer({ min: 0, max: 1_000_000 }), (count, luck, asked) => {
      const pauseMs = retryPauseMs(count, luck, asked);
      expect(pauseMs).toBeGreaterThanOrEqual(Math.min(asked * 1000, 6 * hourMs));
      expect(pauseMs).toBeGreaterThanOrEqual(3_750);
      expect(pauseMs).toBeLessThanOrEqual(7.5 * hourMs);
    }),
  );
});

test('pauses grow, whatever the luck', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 }), chance, chance, (count, first, second) => {
      expect(retryPauseMs(count + 1, second)).toBeGreaterThan(retryPauseMs(count, first));
    }),
  );
});

test('a day has room for eleven to fourteen tries', () => {
  fc.assert(
    fc.property(fc.array(chance, { minLength: 30, maxLength: 30 }), (luck) => {
      let spentMs = 0;
      let count = 0;
      for (const one of luck) {
        count += 1;
        spentMs += retryPauseMs(count, one);
        if (spentMs > giveUpAfterMs) break;
      }
      expect(count).toBeGreaterThanOrEqual(11);
      expect(count).toBeLessThanOrEqual(14);
    }),
  );
});
