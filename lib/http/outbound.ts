import { lookup as dnsLookup } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, errors, fetch } from 'undici';
import { env } from '../env.ts';
import { type OutboundLimits, outboundLimits } from '../outbound-limits.ts';
import { type OutboundObserver, outboundObserver } from '../outbound-observer.ts';
import { withinLimits } from './call-limits.ts';

/** Why an outbound request did not bring an answer. Connectors and webhooks map it to their own failure. */
export type OutboundFailure = 'refused-address' | 'unreachable' | 'timeout' | 'too-large' | 'aborted' | 'invalid-url';

export class OutboundError extends Error {
  readonly failure: OutboundFailure;
  /** Whether the other side may have got the request. False only where it is certain that no connection was opened. */
  readonly mayBeSent: boolean;

  constructor(failure: OutboundFailure, message: string, options: ErrorOptions & { mayBeSent?: boolean } = {}) {
    super(message, options);
    this.name = 'OutboundError';
    this.failure = failure;
    this.mayBeSent = options.mayBeSent ?? (failure !== 'refused-address' && failure !== 'invalid-url');
  }
}

export interface OutboundRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** For the whole exchange, body included. Default 30 s. */
  timeoutMs?: number;
  /** Largest answer that is read. Default 32 MiB. */
  maxBytes?: number;
  /** Whether a larger one is cut there instead of being a failure: where the status says all that matters. */
  cutsLarger?: boolean;
  signal?: AbortSignal;
  /** A sign-in or the like: whoever keeps a record of calls keeps nothing of its bodies. */
  carriesSecrets?: boolean;
}

export interface OutboundResponse {
  status: number;
  headers: Headers;
  /** The whole body as text; already read. */
  text: string;
}

const defaultTimeoutMs = 30_000;
const defaultMaxBytes = 32 * 1024 * 1024;

/** Whether an address is one of the public internet; loopback, private, link-local and reserved ones are not. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === 'unicast';
}

function allowed(host: string, port: string): boolean {
  const entry = `${host.toLowerCase()}:${port}`;
  const { outboundAllow, sandboxUrl } = env();
  if (outboundAllow.includes(entry)) return true;
  // The installation's own sandbox platform is set by who runs it, not by a customer.
  return sandboxUrl !== undefined && hostAndPort(new URL(sandboxUrl)) === entry;
}

const hostAndPort = (url: URL) =>
  `${url.hostname.toLowerCase()}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;

type LookupCallback = (
  error: Error | null,
  address: string | { address: string; family: number }[],
  family?: number,
) => void;

/** Resolves a name and refuses it when any of its addresses is not public, so that a name can't lead inside. */
function guardedLookup(hostname: string, options: object, callback: LookupCallback): void {
  dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    const inside = addresses.find(({ address }) => !isPublicAddress(address));
    if (inside) {
      return callback(new OutboundError('refused-address', `${hostname} leads to a private address`), []);
    }
    const first = addresses[0];
    if ('all' in options && options.all) return callback(null, addresses);
    if (!first) return callback(new Error(`no address for ${hostname}`), []);
    callback(null, first.address, first.family);
  });
}

const guarded = new Agent({ connect: { lookup: guardedLookup, timeout: 10_000 }, connections: 16 });
const open = new Agent({ connect: { timeout: 10_000 }, connections: 16 });

/**
 * The one way out to platforms and webhook receivers. Private and loopback addresses are refused unless OUTBOUND_ALLOW
 * names host and port; DNS answers are checked at connect time, redirects are not followed, size and time are bounded.
 * Any HTTP status is an answer; throws OutboundError when there is none.
 */
export async function outboundFetch(address: string, request: OutboundRequest = {}): Promise<OutboundResponse> {
  const url = parseOutboundUrl(address);
  const observer = outboundObserver();
  const make = () => (observer ? observed(observer, url, request) : exchange(url, request));
  const limits = outboundLimits();
  return limits ? limited(limits, request, make) : make();
}

/** Makes the exchange when the platform's limits let it. Whoever gives up before that is told that nothing was sent. */
async function limited<T>(limits: OutboundLimits, request: OutboundRequest, make: () => Promise<T>): Promise<T> {
  const { timeoutMs = defaultTimeoutMs, signal = new AbortController().signal } = request;
  let isMade = false;
  const call = () => {
    isMade = true;
    return make();
  };
  return withinLimits(limits, { timeoutMs, signal }, call).catch((error: unknown) => {
    if (isMade || !signal.aborted) throw error;
    throw new OutboundError('aborted', 'The request was given up before it was sent', { mayBeSent: false });
  });
}

/** Makes the exchange and tells of it, also when it brings no answer. */
async function observed(observer: OutboundObserver, url: URL, request: OutboundRequest): Promise<OutboundResponse> {
  const begun = performance.now();
  const tell = (came: { status: number | null; failure: string | null; responseBody: string }) =>
    observer({
      method: request.method ?? 'GET',
      url,
      requestHeaders: request.headers ?? {},
      requestBody: request.body ?? '',
      carriesSecrets: request.carriesSecrets ?? false,
      durationMs: performance.now() - begun,
      ...came,
    });
  try {
    const response = await exchange(url, request);
    tell({ status: response.status, failure: null, responseBody: response.text });
    return response;
  } catch (error) {
    tell({ status: null, failure: error instanceof OutboundError ? error.failure : 'unreachable', responseBody: '' });
    throw error;
  }
}

/**
 * Whether an address names a private one that OUTBOUND_ALLOW does not: to be told before anything is sent there. What a
 * name leads to shows only then.
 */
export function isRefusedAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && namesPrivateAddress(url) && !isAllowed(url);
}

function namesPrivateAddress({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) !== 0 && !isPublicAddress(host);
}

function isAllowed(url: URL): boolean {
  const [, port = ''] = hostAndPort(url).match(/:(\d+)$/) ?? [];
  return allowed(url.hostname, port);
}

async function exchange(url: URL, request: OutboundRequest): Promise<OutboundResponse> {
  const mayReachAny = isAllowed(url);
  if (!mayReachAny && namesPrivateAddress(url)) {
    throw new OutboundError('refused-address', `${url.host} is a private address`);
  }
  if (request.signal?.aborted) {
    throw new OutboundError('aborted', 'The request was given up before it was sent', { mayBeSent: false });
  }
  const timeout = AbortSignal.timeout(request.timeoutMs ?? defaultTimeoutMs);
  const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout;
  try {
    const response = await fetch(url, {
      method: request.method ?? 'GET',
      headers: request.headers,
      body: request.body,
      redirect: 'manual',
      signal,
      dispatcher: mayReachAny ? open : guarded,
    });
    const text = await readBounded(response.body, request);
    return { status: response.status, headers: new Headers([...response.headers]), text };
  } catch (error) {
    throw asOutboundError(error, url, timeout, request.signal);
  }
}

/** Parses an address that a person typed. Throws OutboundError `invalid-url`. */
export function parseOutboundUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.username || url.password) {
    throw new OutboundError('invalid-url', 'The address is not an http or https address');
  }
  return url;
}

async function readBounded(
  body: AsyncIterable<Uint8Array> | null,
  { maxBytes = defaultMaxBytes, cutsLarger = false }: OutboundRequest,
): Promise<string> {
  if (!body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes && !cutsLarger) {
      throw new OutboundError('too-large', `The answer is larger than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
    if (size > maxBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, maxBytes).toString('utf8');
}

function asOutboundError(error: unknown, url: URL, timeout: AbortSignal, signal?: AbortSignal): OutboundError {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof OutboundError) return cause;
    if (cause instanceof errors.ConnectTimeoutError)
      return new OutboundError('timeout', `${url.host} did not answer in time`, { cause: error, mayBeSent: false });
    if (isConnectFailure(cause))
      return new OutboundError('unreachable', `${url.host} could not be reached`, { cause: error, mayBeSent: false });
  }
  if (signal?.aborted) return new OutboundError('aborted', 'The request was given up', { cause: error });
  if (timeout.aborted) return new OutboundError('timeout', `${url.host} did not answer in time`, { cause: error });
  return new OutboundError('unreachable', `${url.host} could not be reached`, { cause: error });
}

/** A name that has no address, or an address that takes no connection: nothing of a request has left. */
function isConnectFailure(error: Error): boolean {
  // A name with several addresses fails once for each of them.
  if (error instanceof AggregateError) return error.errors.every(isConnectFailure);
  const { syscall } = error as NodeJS.ErrnoException;
  return syscall === 'connect' || syscall === 'getaddrinfo';
}
