import type { z } from 'zod';
import { OutboundError, type OutboundRequest, type OutboundResponse, outboundFetch } from '../http/outbound.ts';
import { ConnectorError, type FailureClass, type FailureEvidence } from './errors.ts';

/** One exchange with a platform that speaks JSON. */
export interface JsonExchange {
  /** The platform's name, for what is told of a failure. */
  platform: string;
  method: 'GET' | 'POST' | 'PATCH';
  /** Of the platform's server, as it was typed and checked. */
  address: string;
  path: string;
  /** What may have been carried out although no answer came. */
  isWrite: boolean;
  request: OutboundRequest;
}

const longestMessage = 500;

/** What may be kept of an exchange: its query says which records were asked for, never who asks. */
export const evidenceOf = ({ method, path }: JsonExchange, more: FailureEvidence = {}): FailureEvidence => ({
  method,
  path: path.split('?', 1)[0] ?? path,
  ...more,
  ...(more.platformMessage !== undefined && { platformMessage: more.platformMessage.slice(0, longestMessage) }),
});

/**
 * Sends a request and gives whatever was answered. Throws ConnectorError when nothing was, and for what every platform
 * means alike: a limit, an outage, an address that leads on; else the signal's reason when a read was given up.
 */
export async function exchangeJson(exchange: JsonExchange): Promise<OutboundResponse> {
  const { address, path, method, request, isWrite } = exchange;
  let response: OutboundResponse;
  try {
    response = await outboundFetch(`${address}${path}`, { method, ...request });
  } catch (error) {
    if (!isWrite) request.signal?.throwIfAborted();
    if (error instanceof OutboundError) throw unanswered(exchange, error);
    throw error;
  }
  const failure = commonFailure(exchange, response);
  if (failure) throw failure;
  return response;
}

function unanswered(exchange: JsonExchange, { failure, mayBeSent }: OutboundError): ConnectorError {
  const { platform, isWrite } = exchange;
  const options = { evidence: evidenceOf(exchange, { platformCode: failure }), mayBeDone: isWrite && mayBeSent };
  if (failure === 'invalid-url' || failure === 'refused-address') {
    const message =
      failure === 'invalid-url'
        ? 'This is not an address that begins with http:// or https://.'
        : 'This address leads to a private network, which is not allowed in this installation.';
    return new ConnectorError('bad-request', message, { ...options, field: 'address' });
  }
  return new ConnectorError('platform-down', `${platform} did not answer.`, options);
}

function commonFailure(exchange: JsonExchange, { status, headers }: OutboundResponse): ConnectorError | null {
  const { platform, isWrite } = exchange;
  const evidence = evidenceOf(exchange, { status });
  if (status === 429) {
    const asked = Number(headers.get('retry-after'));
    const retryAfterSeconds = Number.isFinite(asked) && asked > 0 ? asked : undefined;
    return new ConnectorError('rate-limit', `${platform} takes no more calls for now.`, {
      evidence,
      retryAfterSeconds,
    });
  }
  if (status === 408 || status >= 500) {
    return new ConnectorError('platform-down', `${platform} failed to answer.`, { evidence, mayBeDone: isWrite });
  }
  if (status >= 300 && status < 400) {
    return new ConnectorError('platform-down', 'This address only points on to another one.', {
      evidence,
      field: 'address',
      mayBeDone: false,
    });
  }
  return null;
}

/** The failure that a status stands for, of those that platforms use in ways of their own. */
export const failed = (
  exchange: JsonExchange,
  { status }: OutboundResponse,
  failure: { failureClass: FailureClass; message: string; platformMessage?: string; code?: string; field?: string },
): ConnectorError =>
  new ConnectorError(failure.failureClass, failure.message, {
    evidence: evidenceOf(exchange, { status, platformCode: failure.code, platformMessage: failure.platformMessage }),
    field: failure.field,
    mayBeDone: false,
  });

/** An answer by its schema. Throws ConnectorError when it is something else. */
export function readAnswer<S extends z.ZodType>(
  schema: S,
  exchange: JsonExchange,
  response: OutboundResponse,
): z.infer<S> {
  const parsed = schema.safeParse(parseJson(response.text));
  if (parsed.success) return parsed.data;
  throw new ConnectorError('platform-down', `${exchange.platform} gave an answer that can’t be read.`, {
    evidence: evidenceOf(exchange, { status: response.status }),
    mayBeDone: exchange.isWrite,
  });
}

/** JSON, or undefined for what is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The address of a server without a query and trailing slashes. Throws ConnectorError on something else. */
export function serverAddress(typed: string, platform: string): string {
  const url = URL.canParse(typed.trim()) ? new URL(typed.trim()) : null;
  if (url && ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password) {
    return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  }
  throw new ConnectorError('bad-request', `This is not the address of ${platform}’s API.`, { field: 'address' });
}
