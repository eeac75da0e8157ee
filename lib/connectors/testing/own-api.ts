import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import { resetEnv } from '../../env.ts';
import type { Dialect } from '../../http/dialect.ts';
import { nodeFront } from '../../http/node-front.ts';
import type { Route } from '../../http/route.ts';

/** A server of this system, which is the platform of a connector. */
export interface OwnApi {
  url: string;
  /** Answers with this status and headers from now on, and undoes it. */
  failWith(status: number, headers?: Record<string, string>): () => void;
}

/** Serves an API of this system over HTTP, without its limits, to connectors of the same process. */
export async function serveOwnApi(dialect: Dialect, routes: readonly Route[]): Promise<OwnApi> {
  const front = nodeFront(dialect, routes);
  let failure: { status: number; headers: Record<string, string> } | null = null;
  const server: Server = createServer((request, response) => {
    if (failure) return void response.writeHead(failure.status, failure.headers).end();
    void front.serve(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.OUTBOUND_ALLOW = [process.env.OUTBOUND_ALLOW, host].filter(Boolean).join(',');
  process.env.RATE_LIMITS = 'off';
  resetEnv();
  return {
    url: `http://${host}`,
    failWith: (status, headers = {}) => {
      failure = { status, headers };
      return () => {
        failure = null;
      };
    },
  };
}
