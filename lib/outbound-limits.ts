import { AsyncLocalStorage } from 'node:async_hooks';

/** What the calls of one connection keep to, whichever process makes them. */
export interface OutboundLimits {
  companyId: number;
  organisationId: number;
  /** Buckets that a call takes one token of each: a name that is unique among all, its size and how fast it fills. */
  buckets: readonly { name: string; capacity: number; refillPerSecond: number }[];
  /** Calls of the connection that may be under way at once. */
  concurrency: number;
  /** What is thrown when a call would have to wait for longer than a caller is kept; nothing was sent then. */
  refusal: (retryAfterSeconds: number) => Error;
  /** The clock of the buckets. Default: the real one. */
  now?: () => Date;
}

// Who knows the platform's limits stands far above who makes the call, and connectors between them need not know.
const limits = new AsyncLocalStorage<OutboundLimits>();

/** Runs something and has every outbound call that it makes keep to limits, also those of the promises it starts. */
export const limitingOutbound = <T>(of: OutboundLimits, work: () => Promise<T>): Promise<T> => limits.run(of, work);

/** What the calls that are made here keep to; undefined where nothing limits them. */
export const outboundLimits = (): OutboundLimits | undefined => limits.getStore();
