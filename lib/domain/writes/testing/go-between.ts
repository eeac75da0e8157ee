import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** Stands between a process and a platform, and stops an exchange where it is told to. */
export interface GoBetween {
  url: string;
  /**
   * Stops the next exchange of a path: before it reaches the platform, or with the platform's answer in hand. Resolves
   * when one is stopped; its caller waits in vain.
   */
  stopAt(path: string, when: 'arrived' | 'answered'): Promise<void>;
}

export async function goBetween(platform: string): Promise<GoBetween> {
  let stop: { path: string; when: string; reached: () => void } | null = null;
  const stops = (method: string | undefined, path: string, when: string) => {
    if (method !== 'POST' || stop?.path !== path || stop.when !== when) return false;
    stop.reached();
    stop = null;
    return true;
  };
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method, url: path = '' } = request;
    if (stops(method, path, 'arrived')) return;
    const headers = new Headers();
    for (const name of ['authorization', 'content-type', 'if-match']) {
      const value = request.headers[name];
      if (typeof value === 'string') headers.set(name, value);
    }
    const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
    const answer = await fetch(platform + path, { method, headers, body });
    const text = await answer.text();
    if (stops(method, path, 'answered')) return;
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(text);
  };
  const server = createServer((request, response) => void pass(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stopAt: (path, when) =>
      new Promise((resolve) => {
        stop = { path, when, reached: resolve };
      }),
  };
}
