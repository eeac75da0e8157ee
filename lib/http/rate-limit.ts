import { sqlClient } from '../../db/client.ts';

/**
 * One limit: a bucket that holds `capacity` requests and refills at a steady rate.
 */
export interface RateWindow {
  /** Part of the bucket's key; unique in its dialect. */
  name: string;
  capacity: number;
  refillPerSecond: number;
}

/** Where a principal stands with one window. */
export interface RateState {
  window: RateWindow;
  /** Whole requests that are left. */
  remaining: number;
  /** Seconds until the bucket is full again. */
  resetSeconds: number;
}

export interface RateDecision {
  allowed: boolean;
  states: RateState[];
  /** Seconds to wait; 0 when allowed. */
  retryAfterSeconds: number;
}

/** The state of a window of which nothing was taken. */
export const fullState = (window: RateWindow): RateState => ({ window, remaining: window.capacity, resetSeconds: 0 });

/** What this process knows of a bucket: the tokens it holds, and the shared ones as they were when it took them. */
interface Lease {
  /** How many were granted; 0 says that the bucket was empty. */
  granted: number;
  /** How many of them are left. */
  held: number;
  shared: number;
  /** From when on the shared tokens refill. */
  refilledAt: number;
}

/** Most lease entries that are kept before those that are worth nothing are thrown out. */
const sweepAbove = 10_000;

/**
 * Counts requests against buckets that all processes share. A process leases tokens from Postgres in blocks and spends
 * them without asking again, so a request rarely writes. Together the processes never hand out more than the bucket:
 * leased tokens shrink in step with the shared ones growing back, so held + shared stays within the capacity.
 */
export class RateLimiter {
  readonly #leases = new Map<string, Lease>();
  readonly #pending = new Map<string, Promise<Lease>>();

  /** Takes one request from every window, or from none. `principal` is unique among all dialects. */
  async take(principal: string, windows: readonly RateWindow[], now: Date): Promise<RateDecision> {
    const taken: Lease[] = [];
    let retryAfterSeconds = 0;
    for (const window of windows) {
      const lease = await this.#takeOne(`${principal}:${window.name}`, window, now.getTime());
      if (lease.allowed) taken.push(lease.of);
      else retryAfterSeconds = Math.max(retryAfterSeconds, secondsToNext(lease.of, window, now.getTime()));
    }
    const allowed = taken.length === windows.length;
    if (!allowed) for (const lease of taken) lease.held += 1;
    return { allowed, states: this.#states(principal, windows, now.getTime()), retryAfterSeconds };
  }

  async #takeOne(key: string, window: RateWindow, now: number): Promise<{ allowed: boolean; of: Lease }> {
    for (;;) {
      const known = this.#leases.get(key);
      if (known) {
        known.held = usable(known, window, now);
        if (known.held >= 1) {
          known.held -= 1;
          return { allowed: true, of: known };
        }
        // Nothing was left when it was asked, and nothing can have grown back since.
        if (sharedAt(known, window, now) < 1) return { allowed: false, of: known };
      }
      const leased = await this.#leaseMore(key, window, now);
      if (leased.granted === 0) return { allowed: false, of: leased };
    }
  }

  /** One lease at a time a bucket: requests that come meanwhile wait for it and share it. */
  #leaseMore(key: string, window: RateWindow, now: number): Promise<Lease> {
    const under = this.#pending.get(key);
    if (under) return under;
    const pending = leaseBlock(key, window, now)
      .then((lease) => {
        this.#remember(key, lease, window, now);
        return lease;
      })
      .finally(() => this.#pending.delete(key));
    this.#pending.set(key, pending);
    return pending;
  }

  #remember(key: string, lease: Lease, window: RateWindow, now: number): void {
    this.#leases.set(key, lease);
    if (this.#leases.size <= sweepAbove) return;
    const worthless = now - (window.capacity / window.refillPerSecond) * 1000;
    for (const [other, { refilledAt }] of this.#leases) if (refilledAt < worthless) this.#leases.delete(other);
  }

  #states(principal: string, windows: readonly RateWindow[], now: number): RateState[] {
    return windows.map((window) => {
      const lease = this.#leases.get(`${principal}:${window.name}`);
      if (!lease) return fullState(window);
      const left = Math.min(window.capacity, exactSharedAt(lease, window, now) + usable(lease, window, now));
      const resetSeconds = Math.ceil((window.capacity - left) / window.refillPerSecond);
      return { window, remaining: Math.floor(left), resetSeconds };
    });
  }
}

const exactSharedAt = (lease: Lease, window: RateWindow, now: number): number =>
  lease.shared + (Math.max(0, now - lease.refilledAt) / 1000) * window.refillPerSecond;

/** Whole shared tokens, had nobody else taken any: an upper bound. */
const sharedAt = (lease: Lease, window: RateWindow, now: number): number =>
  Math.floor(exactSharedAt(lease, window, now) + 1e-9);

/** Held tokens that may be spent: what would make the bucket run over is lost. */
const usable = (lease: Lease, window: RateWindow, now: number): number =>
  Math.max(0, Math.min(lease.held, window.capacity - sharedAt(lease, window, now)));

const secondsToNext = (lease: Lease, window: RateWindow, now: number): number =>
  Math.max(1, Math.ceil((1 - exactSharedAt(lease, window, now)) / window.refillPerSecond));

/**
 * Takes a block: a quarter of what is there, an eighth of the capacity at most, so that a process never sits on much of
 * a bucket that runs low. Nothing is granted from an empty bucket. The row is locked while it is worked out.
 */
async function leaseBlock(key: string, window: RateWindow, now: number): Promise<Lease> {
  const sql = sqlClient();
  const { capacity, refillPerSecond } = window;
  const at = new Date(now);
  for (;;) {
    const [row] = await sql<{ granted: number; tokens: number; refilled_at: Date }[]>`
      with found as (
        select tokens, refilled_at,
          floor(greatest(0, extract(epoch from ${at}::timestamptz - refilled_at)) * ${refillPerSecond}::float8 + 1e-9)
            as grown
        from rate_limit_buckets where key = ${key} for update
      ), filled as (
        select least(${capacity}::float8, tokens + grown)::int as available,
          case when tokens + grown >= ${capacity}::float8 then greatest(${at}::timestamptz, refilled_at)
            else refilled_at + grown / ${refillPerSecond}::float8 * interval '1 second' end as refilled_at
        from found
      ), granted as (
        select available, refilled_at,
          least(available, greatest(1, least(ceil(available / 4.0), floor(${capacity}::float8 / 8))))::int as granted
        from filled
      )
      update rate_limit_buckets b
      set tokens = g.available - g.granted, refilled_at = g.refilled_at
      from granted g where b.key = ${key}
      returning g.granted, b.tokens, b.refilled_at`;
    if (row) {
      const { granted, tokens } = row;
      return { granted, held: granted, shared: tokens, refilledAt: row.refilled_at.getTime() };
    }
    await sql`
      insert into rate_limit_buckets (key, tokens, refilled_at) values (${key}, ${capacity}, ${at})
      on conflict (key) do nothing`;
  }
}

/** The limiter of this process, for every dialect. */
export const rateLimiter = new RateLimiter();
