import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { allowOutbound } from './peer.ts';

/** A line to a Tryton that fails on purpose. */
export interface TamperingProxy {
  url: string;
  /** Lets the next call of a method through and cuts the line before its answer comes back. */
  cutAnswer(method: string): void;
  /**
   * Keeps the next call of a method back and cuts the line. `deliver` sends it on, however late, and resolves with what
   * the server says.
   */
  holdBack(method: string): { deliver(): Promise<unknown> };
  stop(): Promise<void>;
}

type Tampering = (body: string, request: IncomingMessage, response: ServerResponse) => Promise<void>;

export async function startTamperingProxy(target: string): Promise<TamperingProxy> {
  const planned = new Map<string, Tampering>();
  const forward = (body: string, original: IncomingMessage) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const { 'content-length': _, ...headers } = original.headers;
      const url = new URL(original.url ?? '/', target);
      const outgoing = send(
        url,
        { method: original.method, headers: { ...headers, host: url.host } },
        async (answer) => {
          let text = '';
          for await (const chunk of answer.setEncoding('utf8')) text += chunk;
          resolve({ status: answer.statusCode ?? 500, text });
        },
      );
      outgoing.on('error', reject).end(body);
    });
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const { method } = JSON.parse(body) as { method: string };
    const tampering = planned.get(method);
    planned.delete(method);
    if (tampering) return tampering(body, request, response);
    const { status, text } = await forward(body, request);
    response.writeHead(status).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  allowOutbound(url);
  return {
    url,
    cutAnswer: (method) => {
      planned.set(method, async (body, request, response) => {
        await forward(body, request);
        response.destroy();
      });
    },
    holdBack: (method) => {
      const kept = Promise.withResolvers<() => Promise<unknown>>();
      planned.set(method, async (body, request, response) => {
        kept.resolve(async () => JSON.parse((await forward(body, request)).text));
        response.destroy();
      });
      return { deliver: async () => (await kept.promise)() };
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
