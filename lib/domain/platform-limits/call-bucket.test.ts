import fc from 'fast-check';
import { expect, test } from 'vitest';
import { announcedDefinitions, definitions } from '../../connectors/definitions.ts';
import { bucketOf } from './call-bucket.ts';

const window = fc.record({ calls: fc.integer({ min: 2, max: 50_000 }), seconds: fc.integer({ min: 1, max: 86_400 }) });

test('no stretch as long as the window takes more calls than the window allows', () => {
  fc.assert(
    fc.property(window, ({ calls, seconds }) => {
      const { capacity, refillPerSecond } = bucketOf({ calls, seconds });
      expect(capacity).toBeGreaterThanOrEqual(1);
      expect(refillPerSecond).toBeGreaterThan(0);
      expect(capacity + refillPerSecond * seconds).toBeLessThanOrEqual(calls + 1e-6);
    }),
  );
});

test.each(Object.values({ ...definitions, ...announcedDefinitions }))(
  'the limits of $name can be kept',
  ({ rateLimit }) => {
    expect(rateLimit.concurrency).toBeGreaterThanOrEqual(1);
    for (const { calls } of [...rateLimit.perConnection, ...rateLimit.perApp]) expect(calls).toBeGreaterThanOrEqual(2);
  },
);
