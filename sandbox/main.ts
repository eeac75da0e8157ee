import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerAdmin } from './admin/routes.ts';
import { CallLog } from './call-log.ts';
import { endFaults } from './faults.ts';
import { type Answer, type Call, Refusal, readCall, refusalAnswer, send } from './http.ts';
import { demoBooks } from './state/demo-books.ts';
import { generateBook } from './state/generate/book.ts';
import { openStore, type Store } from './state/store.ts';
import { answerBusinessCentral } from './wires/business-central/business-central.ts';
import { answerRecords } from './wires/native/records.ts';
import { answerToken } from './wires/native/token-endpoint.ts';
import { Tokens } from './wires/native/tokens.ts';
import { Concurrency } from './wires/netsuite/concurrency.ts';
import { Nonces } from './wires/netsuite/nonces.ts';
import { answerNetsuite } from './wires/netsuite/routes.ts';

export interface SandboxOptions {
  /** Default 127.0.0.1. `/_admin` answers callers on the loopback only, whatever this is. */
  host?: string;
  /** 0 takes a free one. */
  port: number;
  /** The one file that holds all books; its folder is made. */
  stateFile: string;
  /** The clock for stamps, token times and the dates of generated books. */
  now?: () => Date;
  /** False begins without the demo books, where there is no state file yet. */
  demoBooks?: boolean;
  /** How long an access token lasts. Default 900. */
  tokenSeconds?: number;
  /** Told in one sentence when something went wrong that does not stop it. */
  notice?: (text: string) => void;
}

export interface Sandbox {
  /** Without a trailing slash. */
  url: string;
  /** Stops serving and writes what is not yet in the file. */
  stop(): Promise<void>;
}

interface Parts {
  store: Store;
  tokens: Tokens;
  nonces: Nonces;
  concurrency: Concurrency;
  calls: CallLog;
  now: () => Date;
  notice: (text: string) => void;
}

/** Starts the sandbox platform. Rejects when the port is taken or the state file can't be read. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const now = options.now ?? (() => new Date());
  const notice = options.notice ?? (() => {});
  const first = () => (options.demoBooks === false ? [] : demoBooks.map((plan) => generateBook(plan, now().getTime())));
  const store = await openStore(options.stateFile, first, notice);
  const parts = {
    store,
    tokens: new Tokens(store, options.tokenSeconds ?? 900, now),
    nonces: new Nonces(),
    concurrency: new Concurrency(),
    calls: new CallLog(),
    now,
    notice,
  };
  const stopping = new AbortController();
  const server = createServer((request, response) => void serve(request, response, parts, stopping.signal));
  // Longer than clients keep theirs, so that a connection is never closed under a request just sent.
  server.keepAliveTimeout = 65_000;
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    stop: async () => {
      stopping.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.flush();
    },
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, parts: Parts, stopping: AbortSignal) {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const answer = await answerOf(request, parts, { signal: AbortSignal.any([stopping, gone.signal]), stopping });
  const path = request.url ?? '/';
  if (!path.startsWith('/_admin')) {
    parts.calls.add({
      at: parts.now().toISOString(),
      method: request.method ?? 'GET',
      path,
      status: answer.status,
      book: answer.book ?? null,
    });
  }
  if (!response.destroyed) send(response, answer);
}

async function answerOf(
  request: IncomingMessage,
  parts: Parts,
  signals: Pick<Call, 'signal' | 'stopping'>,
): Promise<Answer> {
  try {
    return await route(readCall(request, signals), request, parts);
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(error);
    if (signals.signal.aborted) return refusalAnswer(new Refusal(503, 'unavailable', 'Stopping'));
    parts.notice(`A request failed: ${error instanceof Error ? error.stack : String(error)}`);
    return refusalAnswer(new Refusal(500, 'internal_error', 'Something went wrong on our side'));
  }
}

async function route(call: Call, request: IncomingMessage, parts: Parts): Promise<Answer> {
  if (endFaults(parts.store.books(), parts.now())) parts.store.changed();
  const [first, second] = call.path;
  if (first === 'oauth' && second === 'token' && call.path.length === 2) {
    return await answerToken(call, parts.store, parts.tokens);
  }
  if (first === 'v1') return await answerRecords(call, parts);
  if (first === 'services' && second === 'rest') return await answerNetsuite(call, parts);
  if (first === 'business-central') return await answerBusinessCentral(call, parts);
  // A page in someone's browser sends an Origin; this is for programs on this machine.
  if (first === '_admin' && isLoopback(request.socket.remoteAddress) && call.header('origin') === null) {
    return await answerAdmin(call, parts.store, parts.calls, parts.now());
  }
  throw new Refusal(404, 'not_found', 'Nothing at this path');
}

const isLoopback = (address = '') => /^(::ffff:)?127\.|^::1$/.test(address);
