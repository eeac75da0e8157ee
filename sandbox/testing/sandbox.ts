import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../main.ts';

/** A sandbox of its own on a free port, with one small book and no demo books unless asked. */
export interface TestSandbox {
  url: string;
  stateFile: string;
  /** Moves the sandbox's clock. */
  setNow(at: Date): void;
  /** Any request; the body is sent as JSON. */
  call(method: string, path: string, options?: CallOptions): Promise<Reply>;
  /** `PUT /_admin/books/{book}/faults`. */
  setFaults(book: string, faults: unknown[]): Promise<void>;
  /** Signs in and answers the access token. */
  signIn(clientId: string, clientSecret?: string): Promise<string>;
  /** Every record of a model, page by page, as one list. */
  walk(token: string, model: string, query?: string): Promise<WireRecord[]>;
  /** Stops and starts again on the same file. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface CallOptions {
  body?: unknown;
  token?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export type WireRecord = Record<string, unknown> & { id: string; modified: string };

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  json: any;
}

export const smallBook = {
  id: 'acme',
  name: 'Acme Ltd',
  base_currency: 'GBP',
  currencies: ['JPY', 'KWD'],
  contacts: 30,
  invoices: 60,
};

export async function startTestSandbox(
  options: { demoBooks?: boolean; tokenSeconds?: number } = {},
): Promise<TestSandbox> {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const stateFile = join(folder, 'state.json');
  let offsetMs = 0;
  const begin = (port: number) =>
    startSandbox({ port, stateFile, demoBooks: false, now: () => new Date(Date.now() + offsetMs), ...options });
  let running = await begin(0);
  const { url } = running;

  const call: TestSandbox['call'] = async (method, path, { body, token, headers, signal } = {}) => {
    const response = await fetch(url + path, {
      method,
      signal,
      headers: {
        ...headers,
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parsed(text) };
  };
  if (!options.demoBooks) await call('POST', '/_admin/books', { body: smallBook });

  return {
    url,
    stateFile,
    setNow: (at) => {
      offsetMs = at.getTime() - Date.now();
    },
    call,
    setFaults: async (book, faults) => {
      const reply = await call('PUT', `/_admin/books/${book}/faults`, { body: { faults } });
      if (reply.status !== 200) throw new Error(reply.text);
    },
    signIn: async (clientId, clientSecret = `${clientId}-secret`) => {
      const response = await requestToken(url, clientId, clientSecret);
      const { access_token } = (await response.json()) as { access_token: string };
      return access_token;
    },
    walk: async (token, model, query = 'page_size=500') => {
      const records: WireRecord[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const reply: Reply = await call('GET', `/v1/${model}?${query}${cursor && `&cursor=${cursor}`}`, { token });
        if (reply.status !== 200) throw new Error(reply.text);
        records.push(...reply.json.data);
        cursor = reply.json.next_cursor;
      }
      return records;
    },
    restart: async () => {
      await running.stop();
      running = await begin(Number(new URL(url).port));
    },
    stop: async () => {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** `POST /oauth/token` with client credentials. */
export function requestToken(url: string, clientId: string, clientSecret: string): Promise<Response> {
  return fetch(`${url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }),
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
