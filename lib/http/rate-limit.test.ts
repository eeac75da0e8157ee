import { describe, expect, test } from 'vitest';
import { sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { RateLimiter, type RateWindow } from './rate-limit.ts';

await createTestDatabase();

const perMinute: RateWindow = { name: 'minute', capacity: 200, refillPerSecond: 100 / 60 };
const start = Date.UTC(2026, 10, 21);
const at = (seconds: number) => new Date(start + seconds * 1000);

let keys = 0;
const principal = () => `test:${++keys}`;

async function takeUntilRefused(limiters: RateLimiter[], who: string, when: Date, most = 500): Promise<number> {
  for (let taken = 0; taken < most; taken++) {
    const limiter = limiters[taken % limiters.length];
    if (!limiter) throw new Error('no limiter');
    if ((await limiter.take(who, [perMinute], when)).allowed) continue;
    // A refusal by one process says nothing of what another still holds.
    let rest = 0;
    for (const other of limiters) while ((await other.take(who, [perMinute], when)).allowed) rest++;
    return taken + rest;
  }
  return most;
}

/** How often the bucket's row was written while requests were taken one after the other. */
async function writesDuring(who: string, requests: number, take: () => Promise<unknown>): Promise<number> {
  const version = async () => {
    const [row] = await sqlClient()`select xmin::text from rate_limit_buckets where key like ${`${who}:%`}`;
    return row?.xmin;
  };
  const seen = new Set([await version()]);
  for (let request = 0; request < requests; request++) {
    await take();
    seen.add(await version());
  }
  return seen.size - 1;
}

describe('a bucket of 200 that refills at 100 a minute', () => {
  test('allows 200 at once, counts down, then refuses and says for how long', async () => {
    const limiter = new RateLimiter();
    const who = principal();
    const first = await limiter.take(who, [perMinute], at(0));
    expect(first).toEqual({
      allowed: true,
      retryAfterSeconds: 0,
      states: [{ window: perMinute, remaining: 199, resetSeconds: 1 }],
    });
    expect(await takeUntilRefused([limiter], who, at(0))).toBe(199);
    expect(await limiter.take(who, [perMinute], at(0))).toEqual({
      allowed: false,
      retryAfterSeconds: 1,
      states: [{ window: perMinute, remaining: 0, resetSeconds: 120 }],
    });
  });

  test('gives back one every 600 ms, and never more than the bucket holds', async () => {
    const limiter = new RateLimiter();
    const who = principal();
    await takeUntilRefused([limiter], who, at(0));
    expect(await takeUntilRefused([limiter], who, at(0.5))).toBe(0);
    expect(await takeUntilRefused([limiter], who, at(0.6))).toBe(1);
    expect(await takeUntilRefused([limiter], who, at(60.6))).toBe(100);
    expect(await takeUntilRefused([limiter], who, at(3600))).toBe(200);
  });

  test('a client at exactly the allowed pace is never refused', async () => {
    const limiter = new RateLimiter();
    const who = principal();
    await takeUntilRefused([limiter], who, at(0));
    for (let request = 1; request <= 300; request++) {
      expect((await limiter.take(who, [perMinute], at(request * 0.6))).allowed).toBe(true);
    }
  });

  test('three processes together hand out no more than the bucket, whenever they lease', async () => {
    const limiters = [new RateLimiter(), new RateLimiter(), new RateLimiter()];
    const who = principal();
    for (const [index, limiter] of limiters.entries()) {
      await limiter.take(who, [perMinute], at(index));
    }
    // Everything that was leased while the bucket was full counts against it: 3 were taken, 2 s have grown back.
    expect(await takeUntilRefused(limiters, who, at(3))).toBeLessThanOrEqual(200);
    expect(await takeUntilRefused(limiters, who, at(3))).toBe(0);
    const later = await takeUntilRefused(limiters, who, at(63));
    expect(later).toBeLessThanOrEqual(101);
    expect(later).toBeGreaterThanOrEqual(99);
  });

  test('requests that come together from two processes get exactly the bucket', async () => {
    const limiters = [new RateLimiter(), new RateLimiter()];
    const who = principal();
    const decisions = await Promise.all(
      Array.from({ length: 400 }, (_, index) => limiters[index % 2]?.take(who, [perMinute], at(0))),
    );
    expect(decisions.filter((decision) => decision?.allowed)).toHaveLength(200);
  });

  test('a request rarely writes: a hundred of them lease a few blocks', async () => {
    const limiter = new RateLimiter();
    const who = principal();
    await limiter.take(who, [perMinute], at(0));
    const writes = await writesDuring(who, 99, () => limiter.take(who, [perMinute], at(1)));
    expect(writes).toBeGreaterThan(0);
    expect(writes).toBeLessThanOrEqual(8);
  });

  test('refusals do not ask the database', async () => {
    const limiter = new RateLimiter();
    const who = principal();
    await takeUntilRefused([limiter], who, at(0));
    const writes = await writesDuring(who, 50, () => limiter.take(who, [perMinute], at(0.1)));
    expect(writes).toBe(0);
  });
});

test('a request counts in every window or in none', async () => {
  const limiter = new RateLimiter();
  const who = principal();
  const short: RateWindow = { name: '10s', capacity: 3, refillPerSecond: 0.3 };
  const long: RateWindow = { name: '30m', capacity: 100, refillPerSecond: 100 / 1800 };
  for (let request = 0; request < 3; request++) await limiter.take(who, [long, short], at(0));
  const refused = await limiter.take(who, [long, short], at(0));
  expect(refused.allowed).toBe(false);
  expect(refused.retryAfterSeconds).toBe(4);
  expect(refused.states.map((state) => state.remaining)).toEqual([97, 0]);
});

test('principals have buckets of their own', async () => {
  const limiter = new RateLimiter();
  const [one, other] = [principal(), principal()];
  await takeUntilRefused([limiter], one, at(0));
  expect((await limiter.take(other, [perMinute], at(0))).allowed).toBe(true);
});
