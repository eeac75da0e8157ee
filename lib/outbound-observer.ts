import { AsyncLocalStorage } from 'node:async_hooks';

/** A request to a platform and what came of it, as it went over the wire: secrets are still in it. */
export interface OutboundCall {
  method: string;
  url: URL;
  requestHeaders: Readonly<Record<string, string>>;
  requestBody: string;
  /** A sign-in or the like: what it carries must not be kept at all. */
  carriesSecrets: boolean;
  /** Null: there was no answer. */
  status: number | null;
  /** Why there was no answer; null with one. */
  failure: string | null;
  responseBody: string;
  durationMs: number;
}

export type OutboundObserver = (call: OutboundCall) => void;

// Who asks for a record to be kept stands far above who makes the call, and connectors between them need not know.
const observers = new AsyncLocalStorage<OutboundObserver>();

/** Runs something and has every outbound call that it makes observed, also those of the promises it starts. */
export const observingOutbound = <T>(observer: OutboundObserver, work: () => Promise<T>): Promise<T> =>
  observers.run(observer, work);

/** Who observes the calls that are made here; undefined while nobody does. */
export const outboundObserver = (): OutboundObserver | undefined => observers.getStore();
