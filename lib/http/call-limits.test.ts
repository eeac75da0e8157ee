import { expect, test } from 'vitest';
import { sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { makeCompany, makeOrganisation } from '../../db/testing/factories.ts';
import type { OutboundLimits } from '../outbound-limits.ts';
import { type CallGate, withinLimits } from './call-limits.ts';
import { CallSlots } from './call-slots.ts';
import { RateLimiter } from './rate-limit.ts';

await createTestDatabase();

class Refused extends Error {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super('refused');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const start = Date.UTC(2026, 2, 2);

/** A company's limits and as many processes as wanted, all by one clock that their pauses move on. */
async function makeRoom(limits: Partial<Pick<OutboundLimits, 'buckets' | 'concurrency'>>, processes = 1) {
  const { ctx } = await makeOrganisation();
  const { companyId } = await makeCompany(ctx, { integration: 'SANDBOX' });
  const clock = { seconds: 0 };
  const of: OutboundLimits = {
    companyId,
    organisationId: ctx.organisationId,
    buckets: [],
    concurrency: 2,
    refusal: (seconds) => new Refused(seconds),
    now: () => new Date(start + clock.seconds * 1000),
    ...limits,
  };
  const gates = Array.from(
    { length: processes },
    (): CallGate => ({
      limiter: new RateLimiter(),
      slots: new CallSlots(),
      pause: async (ms) => {
        clock.seconds += ms / 1000;
      },
    }),
  );
  const call = <T>(gate: CallGate | undefined, work: () => Promise<T>, options: { signal?: AbortSignal } = {}) => {
    const { signal = new AbortController().signal } = options;
    return withinLimits(of, { timeoutMs: 1000, signal }, work, gate);
  };
  return { of, gates, clock, call, companyId };
}

const done = async () => 'done';
const bucket = (name: string, capacity: number, refillPerSecond: number) => ({ name, capacity, refillPerSecond });

/** How many calls are made before one is refused. */
async function callsUntilRefused(make: (call: number) => Promise<unknown>): Promise<number> {
  for (let made = 0; ; made++) {
    const outcome = await make(made).catch((error: unknown) => error);
    if (outcome instanceof Refused) return made;
  }
}

test('processes together make no more calls than the connection’s bucket holds', async () => {
  const { gates, call } = await makeRoom({ buckets: [bucket('connection:a', 20, 0.01)] }, 3);
  let made = 0;
  for (const gate of [...gates, ...gates]) made += await callsUntilRefused(() => call(gate, done));
  expect(made).toBe(20);
});

test('a call that the bucket of all connections refuses takes nothing from its connection’s', async () => {
  const buckets = [bucket('connection:b', 10, 0.01), bucket('app:B', 4, 0.01)];
  const { gates, call, of } = await makeRoom({ buckets });
  expect(await callsUntilRefused(() => call(gates[0], done))).toBe(4);
  const { states } = await (gates[0]?.limiter ?? new RateLimiter()).take(
    'platform',
    buckets.slice(0, 1),
    of.now?.() ?? new Date(),
  );
  expect(states[0]?.remaining).toBe(5);
});

test('a short wait is waited for, a long one is refused with its length', async () => {
  const short = await makeRoom({ buckets: [bucket('connection:c', 1, 0.5)] });
  await short.call(short.gates[0], done);
  expect(await short.call(short.gates[0], done)).toBe('done');
  expect(short.clock.seconds).toBe(2);
  const long = await makeRoom({ buckets: [bucket('connection:d', 1, 0.02)] });
  await long.call(long.gates[0], done);
  await expect(long.call(long.gates[0], done)).rejects.toMatchObject({ retryAfterSeconds: 50 });
});

test('a platform without windows costs no write a call', async () => {
  const { gates, call, companyId } = await makeRoom({ concurrency: 3 });
  const versions = new Set<string>();
  for (let made = 0; made < 50; made++) {
    await call(gates[0], done);
    const [row] = await sqlClient()`
      select xmin::text from platform_call_slots where company_id = ${companyId} and slot > 0`;
    versions.add(row?.xmin);
  }
  expect(versions.size).toBeLessThanOrEqual(2);
});

test('no more calls of a connection are under way at once than its platform takes, whichever process makes them', async () => {
  const { gates, call, companyId } = await makeRoom({ concurrency: 2 }, 3);
  const both = Promise.withResolvers<void>();
  let underWay = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++underWay);
    if (underWay === 2) both.resolve();
    // The first two go on together, and only once a process has asked for a third slot.
    await both.promise;
    await somebodyWaits(companyId);
    underWay -= 1;
  };
  await Promise.all(Array.from({ length: 30 }, (_, place) => call(gates[place % 3], work)));
  expect(most).toBe(2);
});

/** Until a process has left word that it found no slot free. */
const somebodyWaits = (companyId: number) =>
  expect
    .poll(async () => sqlClient()`select from platform_call_slots where company_id = ${companyId} and slot = 0`)
    .toHaveLength(1);

test('a call that is given up while it waits for a slot is not made', async () => {
  const { gates, call } = await makeRoom({ concurrency: 1 }, 2);
  const first = Promise.withResolvers<void>();
  const holding = call(gates[0], () => first.promise);
  const given = new AbortController();
  let isMade = false;
  const work = async () => {
    isMade = true;
  };
  const second = call(gates[1], work, { signal: given.signal });
  given.abort(new Error('given up'));
  await expect(second).rejects.toThrow('given up');
  first.resolve();
  await holding;
  expect(isMade).toBe(false);
});

test('the slot of a process that died is taken when its time is over', async () => {
  const { gates, call, companyId } = await makeRoom({ concurrency: 1 }, 2);
  void call(gates[0], () => new Promise(() => {}));
  await expect
    .poll(async () => (await sqlClient()`select from platform_call_slots where company_id = ${companyId}`).length)
    .toBe(1);
  await sqlClient()`
    update platform_call_slots set held_until = clock_timestamp() - interval '1 second' where company_id = ${companyId}`;
  expect(await call(gates[1], done)).toBe('done');
});

test('a failed call gives its slot back', async () => {
  const { gates, call } = await makeRoom({ concurrency: 1 }, 2);
  await expect(call(gates[0], () => Promise.reject(new Error('no answer')))).rejects.toThrow('no answer');
  expect(await call(gates[1], done)).toBe('done');
});
