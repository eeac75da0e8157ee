import type { z } from 'zod';
import type { OutboundRequest, OutboundResponse } from '../../http/outbound.ts';
import type { Exchange } from '../exchange-failures.ts';
import type { AccessToken, Credentials, TokenKeeper } from '../types.ts';
import { addressesOf } from './addresses.ts';
import { listAnswer } from './api-types.ts';
import { failureOf, improperAnswer } from './failures.ts';
import { send } from './send.ts';
import { requestToken } from './token.ts';
import { parseJson } from './wire-json.ts';

export type Row = Readonly<Record<string, unknown>>;

/** A page of a collection, and where the next one is. */
export interface ListPage {
  rows: readonly Row[];
  /** To be given as the path of the next page; null after the last. */
  next: string | null;
}

/** A signed-in connection to one environment. Paths are relative to API v2.0. */
export interface BusinessCentralClient {
  /** One page. Throws ConnectorError; when `signal` is aborted, its reason. */
  list(path: string, pageSize: number, signal: AbortSignal): Promise<ListPage>;
  /** One record; null where there is none. Throws like `list`. */
  get(path: string, signal: AbortSignal): Promise<Row | null>;
  /** Has something made, changed, deleted or done. Throws ConnectorError with a true `mayBeDone`, also when aborted. */
  write(call: BusinessCentralWrite, signal: AbortSignal): Promise<Row | null>;
}

export interface BusinessCentralWrite {
  method: 'POST' | 'PATCH' | 'DELETE';
  path: string;
  body?: Readonly<Record<string, unknown>>;
  /** The etag that the record must still have. */
  ifMatch?: string;
}

/** Opens an environment. Nothing is sent before the first call. `tokens`: where all workers keep the token together. */
export function openClient(credentials: Credentials, tokens: TokenKeeper = ownTokens()): BusinessCentralClient {
  const { api } = addressesOf(credentials);
  const renew = () => requestToken(credentials);
  let token: string | null = null;

  const ask = async (exchange: Exchange, request: OutboundRequest): Promise<OutboundResponse> => {
    const once = async (refused: string | null) => {
      token = refused === null && token !== null ? token : await tokens.token(renew, refused);
      return send(exchange, api + exchange.path, {
        ...request,
        headers: { accept: 'application/json', ...request.headers, authorization: `Bearer ${token}` },
      });
    };
    const response = await once(null);
    // Tokens are short-lived. One renewal a request: a token that is refused while fresh is a matter of credentials.
    return response.status === 401 ? await once(token) : response;
  };

  return {
    list: async (path, pageSize, signal) => {
      const exchange = { method: 'GET', path };
      const response = await ask(exchange, { headers: { prefer: `odata.maxpagesize=${pageSize}` }, signal });
      if (response.status !== 200) throw failureOf(exchange, response);
      const answer = parse(listAnswer, exchange, response);
      const link = answer['@odata.nextLink'];
      return { rows: answer.value, next: link === undefined ? null : pathOf(link, api, exchange) };
    },
    get: async (path, signal) => {
      const exchange = { method: 'GET', path };
      const response = await ask(exchange, { signal });
      if (response.status === 404) return null;
      if (response.status !== 200) throw failureOf(exchange, response);
      return asRow(exchange, response);
    },
    write: async ({ method, path, body, ifMatch }, signal) => {
      const exchange = { method, path, isWrite: true };
      const headers = {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      };
      const request = { headers, body: body && JSON.stringify(body), signal, timeoutMs: writeTimeoutMs };
      const response = await ask(exchange, request);
      if (response.status === 204) return null;
      if (response.status !== 200 && response.status !== 201) throw failureOf(exchange, response);
      return asRow(exchange, response);
    },
  };
}

/** Posting takes long in large books. */
const writeTimeoutMs = 60_000;

/** A token that nobody shares: while a form is checked. */
function ownTokens(): TokenKeeper {
  let kept: AccessToken | null = null;
  return {
    token: async (renew, refused) => {
      if (kept === null || kept.token === refused) kept = await renew();
      return kept.token;
    },
  };
}

/**
 * The part of a link that is ours to follow. Of the link only what comes after the API's own path is taken: the token is
 * never sent to where an answer says.
 */
function pathOf(link: string, api: string, exchange: Exchange): string {
  const root = new URL(api).pathname;
  const url = URL.canParse(link) ? new URL(link) : null;
  if (!url?.pathname.toLowerCase().startsWith(`${root.toLowerCase()}/`)) throw improperAnswer(exchange, 200);
  return url.pathname.slice(root.length) + url.search;
}

function parse<S extends z.ZodType>(schema: S, exchange: Exchange, response: OutboundResponse): z.infer<S> {
  const parsed = schema.safeParse(parseJson(response.text));
  if (!parsed.success) throw improperAnswer(exchange, response.status);
  return parsed.data;
}

function asRow(exchange: Exchange, response: OutboundResponse): Row {
  const row = parseJson(response.text);
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw improperAnswer(exchange, response.status);
  return row as Row;
}
