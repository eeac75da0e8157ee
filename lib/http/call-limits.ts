import { setTimeout as wait } from 'node:timers/promises';
import type { OutboundLimits } from '../outbound-limits.ts';
import { type CallSlots, callSlots, slotPatienceMs } from './call-slots.ts';
import { type RateLimiter, rateLimiter } from './rate-limit.ts';

/** How long a call waits in its place for a token before its caller is told to come back later. */
const tokenPatienceSeconds = 5;

export interface CallOptions {
  /** How long the exchange itself may take. */
  timeoutMs: number;
  signal: AbortSignal;
}

/** What limits calls with; tests bring their own clock and pause. */
export interface CallGate {
  limiter: RateLimiter;
  slots: CallSlots;
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

const processGate: CallGate = {
  limiter: rateLimiter,
  slots: callSlots,
  pause: (ms, signal) => wait(ms, undefined, { signal }),
};

/**
 * Makes a call when the platform's limits let it: takes a token of every bucket, and one of the connection's slots for as
 * long as the call lasts. Throws the refusal of the limits when that would take long, and the signal's reason.
 */
export async function withinLimits<T>(
  limits: OutboundLimits,
  options: CallOptions,
  call: () => Promise<T>,
  gate: CallGate = processGate,
): Promise<T> {
  await takeTokens(limits, options.signal, gate);
  const leave = await gate.slots.enter(limits, options);
  if (!leave) throw limits.refusal(Math.ceil(slotPatienceMs / 1000));
  try {
    return await call();
  } finally {
    await leave();
  }
}

async function takeTokens(limits: OutboundLimits, signal: AbortSignal, { limiter, pause }: CallGate): Promise<void> {
  if (limits.buckets.length === 0) return;
  let patience = tokenPatienceSeconds;
  for (;;) {
    signal.throwIfAborted();
    const now = limits.now?.() ?? new Date();
    const { allowed, retryAfterSeconds } = await limiter.take('platform', limits.buckets, now);
    if (allowed) return;
    if (retryAfterSeconds > patience) throw limits.refusal(retryAfterSeconds);
    patience -= retryAfterSeconds;
    await pause(retryAfterSeconds * 1000, signal);
  }
}
