import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import { resetEnv } from '../../env.ts';
import type { Dialect } from '../../http/dialect.ts';
import { nodeFront } from '../../http/node-front.ts';
import type { Route } from '../../http/route.ts';
import type { ConformancePlatform } from './conformance-platform.ts';

/** A server of this system, which is the platform of a connector. */
export interface OwnApi {
  url: string;
  /** Makes it answer as it would for each class of failure. */
  failures: ConformancePlatform['failures'];
}

/** Serves an API of this system over HTTP, without its limits, to connectors of the same process. */
export async function serveOwnApi(dialect: Dialect, routes: readonly Route[]): Promise<OwnApi> {
  const front = nodeFront(dialect, routes);
  let failing: number | null = null;
  const server: Server = createServer((request, response) => {
    if (failing !== null) return void response.writeHead(failing).end();
    void front.serve(request, response);
  });
  const fail = (status: number) => async () => {
    failing = status;
    return () => {
      failing = null;
    };
  };
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
    failures: {
      credentials: fail(401),
      permission: fail(403),
      'rate-limit': fail(429),
      'platform-down': fail(503),
      'bad-request': fail(400),
      unknown: fail(418),
    },
  };
}
