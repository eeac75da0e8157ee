import type { z } from 'zod';
import { env } from '../../env.ts';
import { OutboundError, type OutboundRequest, type OutboundResponse, outboundFetch } from '../../http/outbound.ts';
import { ConnectorError } from '../errors.ts';
import type { Exchange } from '../exchange-failures.ts';
import { parseJson } from '../json-exchange.ts';
import type { Credentials } from '../types.ts';
import { listAnswer, type TokenAnswer, tokenAnswer, writtenAnswer } from './api-types.ts';
import { existingRecord, failureOf, failureOfOutbound, improperAnswer } from './failures.ts';

/** An open session with one book: it holds the access token and renews it when the platform says that it has ended. */
export interface SandboxClient {
  /** One page of a list. Throws ConnectorError; when `signal` is aborted, its reason. */
  list(path: string, query: Record<string, string>, signal: AbortSignal): Promise<z.infer<typeof listAnswer>>;
  /**
   * Has a record made or changed and answers its id: the one that is there already where an earlier try made it. Throws
   * ConnectorError with a true `mayBeDone`, also when `signal` is aborted.
   */
  write(call: SandboxWrite, signal: AbortSignal): Promise<string>;
}

/** A record on its way to the platform. */
export interface SandboxWrite {
  method: 'POST' | 'PATCH';
  path: string;
  body: Readonly<Record<string, unknown>>;
  /** Only if the record still has this stamp. */
  ifModified?: string;
  /** What the caller calls a field of the body. */
  nameOf: (field: string) => string;
}

/** Signs in with company key and secret. Throws ConnectorError. */
export async function signIn(credentials: Credentials): Promise<TokenAnswer> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: credentials.companyKey ?? '',
    client_secret: credentials.secret ?? '',
  });
  const exchange = { method: 'POST', path: '/oauth/token' };
  const response = await send(exchange, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    carriesSecrets: true,
  });
  if (response.status !== 200) throw failureOf(exchange, response);
  return readAnswer(tokenAnswer, exchange, response);
}

/**
 * Signs in and checks that it leads to the expected book. Throws ConnectorError, wrong-company among them. The check is
 * made again with every renewed token.
 */
export async function openClient(
  credentials: Credentials,
  expected: { entityId: string | null },
): Promise<SandboxClient> {
  const renew = async () => {
    const answer = await signIn(credentials);
    if (expected.entityId !== null && answer.book_id !== expected.entityId) {
      throw new ConnectorError(
        'wrong-company',
        `The sign-in leads to ${answer.book_name}, not to the company connected`,
      );
    }
    return answer.access_token;
  };
  let token = await renew();
  const ask = async (exchange: Exchange, request: OutboundRequest, query?: URLSearchParams) => {
    const once = () =>
      send(exchange, { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }, query);
    const response = await once();
    if (response.status !== 401) return response;
    // Tokens are short-lived. One renewal a request: a token that is refused while fresh is a matter of credentials.
    token = await renew();
    return await once();
  };

  return {
    list: async (path, query, signal) => {
      const exchange = { method: 'GET', path };
      const response = await ask(exchange, { signal }, new URLSearchParams(query));
      if (response.status !== 200) throw failureOf(exchange, response);
      return readAnswer(listAnswer, exchange, response);
    },
    write: async ({ method, path, body, ifModified, nameOf }, signal) => {
      const exchange = { method, path, isWrite: true };
      const headers = {
        'content-type': 'application/json',
        ...(ifModified !== undefined && { 'if-match': `"${ifModified}"` }),
      };
      const response = await ask(exchange, { headers, body: JSON.stringify(body), signal });
      const existing = existingRecord(response);
      if (existing !== null) return existing;
      if (response.status !== 200 && response.status !== 201) throw failureOf(exchange, response, nameOf);
      return readAnswer(writtenAnswer, exchange, response).id;
    },
  };
}

/** Sends one request and gives whatever was answered. Throws ConnectorError when nothing was. */
export async function send(
  exchange: Exchange,
  request: OutboundRequest,
  query?: URLSearchParams,
): Promise<OutboundResponse> {
  const { method, path } = exchange;
  const { sandboxUrl } = env();
  if (!sandboxUrl) {
    throw new ConnectorError('platform-down', 'The sandbox is not running in this installation', { mayBeDone: false });
  }
  try {
    return await outboundFetch(`${sandboxUrl.replace(/\/+$/, '')}${path}${query?.size ? `?${query}` : ''}`, {
      method,
      ...request,
    });
  } catch (error) {
    // Who gives up a write must still be told whether it may have been done.
    if (!exchange.isWrite) request.signal?.throwIfAborted();
    if (error instanceof OutboundError) throw failureOfOutbound(exchange, error);
    throw error;
  }
}

/** An answer by its schema. Throws ConnectorError when it is something else. */
export function readAnswer<S extends z.ZodType>(schema: S, exchange: Exchange, response: OutboundResponse): z.infer<S> {
  const parsed = schema.safeParse(parseJson(response.text));
  if (!parsed.success) throw improperAnswer(exchange, response.status);
  return parsed.data;
}
