import { setTimeout as sleep } from 'node:timers/promises';
import { OutboundError, type OutboundRequest, type OutboundResponse, outboundFetch } from '../../http/outbound.ts';
import type { Exchange } from '../exchange-failures.ts';
import { parseJson } from '../json-exchange.ts';
import type { Account } from './account.ts';
import { queryAnswer, type Row } from './api-types.ts';
import { failureOf, failureOfOutbound, improperAnswer, overloaded } from './failures.ts';
import { authorizationHeader } from './oauth1.ts';

/** Signs and sends requests to one account. There is no session: each request stands for itself. */
export interface NetsuiteClient {
  account: Account;
  /** The first rows of a query. Throws ConnectorError; when `signal` is aborted, its reason. */
  query(sql: string, options: { limit: number; signal?: AbortSignal }): Promise<{ rows: Row[]; hasMore: boolean }>;
  /**
   * Has a record made or changed and answers its id. Throws ConnectorError with a true `mayBeDone`, also when `signal` is
   * aborted.
   */
  write(call: RecordWrite, signal: AbortSignal): Promise<string>;
}

/** A record on its way to the account. */
export interface RecordWrite {
  method: 'POST' | 'PATCH';
  path: string;
  body: Readonly<Record<string, unknown>>;
  /** What the caller calls a field of the body. */
  nameOf: (path: string) => string | undefined;
}

export interface ClientOptions {
  /** How long after a 401 it is asked again whether the sign-in is refused. */
  confirmAfterMs: number;
  /** A 401 that takes longer than this was not decided by the sign-in. */
  overloadAfterMs: number;
}

const queryPath = '/services/rest/query/v1/suiteql';
/** An overloaded account takes a minute to say so. */
const readTimeoutMs = 90_000;
/** Above the time that the definition allows, which ends a write first. */
const writeTimeoutMs = 90_000;

/** What is usual: a 401 that overload causes comes after a minute, one that the sign-in causes at once. */
export const clientOptions: ClientOptions = { confirmAfterMs: 2000, overloadAfterMs: 30_000 };

/** A client that signs with the account's keys; it asks for nothing yet. */
export function openClient(account: Account, { confirmAfterMs, overloadAfterMs }: ClientOptions): NetsuiteClient {
  const ask = (exchange: Exchange, request: OutboundRequest) => send(account, exchange, request);

  const query: NetsuiteClient['query'] = async (sql, { limit, signal }) => {
    const exchange = { method: 'POST', path: `${queryPath}?limit=${limit}` };
    const request = {
      headers: { 'content-type': 'application/json', prefer: 'transient' },
      body: JSON.stringify({ q: sql }),
      timeoutMs: readTimeoutMs,
      signal,
    };
    const begun = performance.now();
    let response = await ask(exchange, request);
    if (response.status === 401) {
      if (performance.now() - begun > overloadAfterMs) throw overloaded(exchange);
      // One 401 under load is no refusal of the sign-in: it is asked for a second time.
      await sleep(confirmAfterMs, undefined, { signal });
      response = await ask(exchange, request);
    }
    if (response.status !== 200) throw failureOf(exchange, response);
    const answer = queryAnswer.safeParse(parseJson(response.text));
    if (!answer.success) throw improperAnswer(exchange, response.status);
    return { rows: answer.data.items, hasMore: answer.data.hasMore };
  };

  return {
    account,
    query,
    write: async ({ method, path, body, nameOf }, signal) => {
      const exchange = { method, path, isWrite: true };
      const headers = { 'content-type': 'application/json', 'x-netsuite-propertynamevalidation': 'Error' };
      const request = { headers, body: JSON.stringify(body), timeoutMs: writeTimeoutMs, signal };
      const response = await ask(exchange, request);
      if (response.status === 401) {
        // A write is not repeated to find out; a question that changes nothing is. It throws where the sign-in is refused.
        await query('SELECT id FROM currency', { limit: 1, signal });
        throw overloaded(exchange);
      }
      if (response.status !== 204) throw failureOf(exchange, response, nameOf);
      const id = /\/(\d+)$/.exec(response.headers.get('location') ?? '')?.[1];
      if (id === undefined) throw improperAnswer(exchange, response.status);
      return id;
    },
  };
}

async function send(account: Account, exchange: Exchange, request: OutboundRequest): Promise<OutboundResponse> {
  const { method, path } = exchange;
  const address = account.address + path;
  const authorization = authorizationHeader(account.keys, method, address);
  try {
    return await outboundFetch(address, { ...request, method, headers: { ...request.headers, authorization } });
  } catch (error) {
    // Who gives up a write must still be told whether it may have been done.
    if (!exchange.isWrite) request.signal?.throwIfAborted();
    if (error instanceof OutboundError) throw failureOfOutbound(exchange, error);
    throw error;
  }
}
