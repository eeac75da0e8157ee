import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/** Where Next, which knows neither, finds the caller's address and the path that was asked for. */
export const clientAddressHeader = 'x-ledgerline-client';
export const requestPathHeader = 'x-ledgerline-path';

/** From these a reverse proxy of our own speaks, whose X-Forwarded-For is believed. */
const nearRanges = new Set(['loopback', 'private', 'uniqueLocal', 'linkLocal']);

/**
 * The address a request came from: the other end of the connection, or, when that is a proxy on this machine or its
 * private network, the last address that proxy added.
 */
export function clientAddress(peer: string | undefined, forwardedFor: string | string[] | undefined): string {
  const near = peer !== undefined && ipaddr.isValid(peer) && nearRanges.has(ipaddr.process(peer).range());
  const last = near ? lastForwarded(forwardedFor) : undefined;
  return last ?? peer ?? 'unknown';
}

/** Writes both on a request that arrived, over whatever the caller sent under these names. For the web process. */
export function noteOrigin(request: IncomingMessage): void {
  const { headers, socket } = request;
  headers[clientAddressHeader] = clientAddress(socket.remoteAddress, headers['x-forwarded-for']);
  headers[requestPathHeader] = request.url ?? '/';
}

/** The address by a request's headers; null where nobody set one. */
export function addressOf(headers: Headers): string | null {
  return headers.get(clientAddressHeader) ?? lastForwarded(headers.get('x-forwarded-for') ?? undefined) ?? null;
}

/** What attempts are counted under: an IPv4 address whole, of IPv6 the /64 that one subscriber has. */
export function addressBlock(address: string): string {
  if (!ipaddr.isValid(address)) return address.slice(0, 64);
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${parsed.toByteArray().slice(0, 8).join('.')}/64`;
}

function lastForwarded(header: string | string[] | undefined): string | undefined {
  const last = [header ?? []].flat().join(',').split(',').at(-1)?.trim();
  return last && ipaddr.isValid(last) ? ipaddr.process(last).toString() : undefined;
}
