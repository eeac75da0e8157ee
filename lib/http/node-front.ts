import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Dialect } from './dialect.ts';
import type { Asked } from './exchange.ts';
import { misfit } from './misfit.ts';
import type { Route } from './route.ts';
import { type Reply, refuse, serve } from './serve.ts';

/** A dialect's API on Node's own HTTP server, without a router or a framework in front of it. */
export interface NodeFront {
  /** Whether an address, path and query, is the dialect's to answer. */
  owns(url: string): boolean;
  /** Answers a request. The caller has set the headers that every answer carries. */
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** Serves a dialect's routes below its base path. The answers are those of the same routes anywhere else. */
export function nodeFront(dialect: Dialect, routes: readonly Route[]): NodeFront {
  const handler = serve(dialect, routes);
  const { basePath } = dialect;
  return {
    owns: (url) => url.startsWith(basePath) && ['/', '?', undefined].includes(url[basePath.length]),
    serve: async (request, response) => {
      const fault = misfit(request.method ?? 'GET', request.url ?? '/');
      const asked = asAsked(request);
      const reply = fault ? await refuse(dialect, asked, fault) : await handler.reply(asked);
      await write(request, response, reply);
    },
  };
}

function asAsked(request: IncomingMessage): Asked {
  const { method = 'GET', url = '/', headers } = request;
  let body: ReadableStream<Uint8Array> | null | undefined;
  return {
    method,
    url: `http://ledgerline${url}`,
    headers: {
      get: (name) => {
        const value = headers[name.toLowerCase()];
        return Array.isArray(value) ? value.join(', ') : (value ?? null);
      },
    },
    get body() {
      // Only once it is asked for: a body that nobody reads, Node itself lets pass.
      body ??= hasBody(request) ? (Readable.toWeb(request) as ReadableStream<Uint8Array>) : null;
      return body;
    },
  };
}

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const compress = promisify(gzip);
/** Below it the saving is not worth the work. */
const compressedFrom = 2048;

async function write(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Reply,
): Promise<void> {
  let sent: string | Buffer | null = body;
  if (body !== null && body.length >= compressedFrom) {
    headers.Vary = 'Accept-Encoding';
    if (acceptsGzip(request)) {
      sent = await compress(body);
      headers['Content-Encoding'] = 'gzip';
    }
  }
  if (sent !== null) headers['Content-Length'] = String(Buffer.byteLength(sent));
  response.writeHead(status, headers).end(sent);
}

const acceptsGzip = ({ headers }: IncomingMessage) =>
  /(?:^|,)\s*gzip\s*(?:,|;(?!\s*q=0(?:\.0*)?\s*(?:,|$))|$)/i.test(String(headers['accept-encoding'] ?? ''));
