import { OutboundError, type OutboundRequest, type OutboundResponse, outboundFetch } from '../../http/outbound.ts';
import type { Exchange } from '../exchange-failures.ts';
import { failureOfOutbound } from './failures.ts';

/** Makes a call. Any status is an answer; throws ConnectorError when there is none, or the signal's reason for a read. */
export async function send(exchange: Exchange, address: string, request: OutboundRequest): Promise<OutboundResponse> {
  try {
    return await outboundFetch(address, { method: exchange.method, ...request });
  } catch (error) {
    // Who gives up a write must still be told whether it may have been done.
    if (!exchange.isWrite) request.signal?.throwIfAborted();
    if (error instanceof OutboundError) throw failureOfOutbound(exchange, error);
    throw error;
  }
}
