import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll } from 'vitest';
import { resetEnv } from '../../env.ts';

/** A message as it came. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** Parsed. */
  payload: { id: string; type: string; company_id: number | null; data: Record<string, unknown> };
}

export interface Receiver {
  url: string;
  received: Received[];
  /** How it answers; by default 204. Without an answer it stays silent. */
  answer: (message: Received, response: ServerResponse) => void;
  /** Throws unless a message carries the signatures of that key. Its time must be that of this process's clock. */
  verify: (message: Received, signingKey: string, signatureHeader?: string) => void;
}

/** Somebody else's server that takes webhooks, reached because OUTBOUND_ALLOW names it. */
export async function startReceiver(): Promise<Receiver> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const message = { path: request.url ?? '', headers: request.headers, body, payload: JSON.parse(body) };
    receiver.received.push(message);
    receiver.answer(message, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.OUTBOUND_ALLOW = [process.env.OUTBOUND_ALLOW, host].filter(Boolean).join(',');
  resetEnv();
  const receiver: Receiver = {
    url: `http://${host}/hook`,
    received: [],
    answer: (_message, response) => response.writeHead(204).end(),
    verify,
  };
  return receiver;
}

function verify({ headers, body }: Received, signingKey: string, signatureHeader = 'x-rootfi-signature'): void {
  new Webhook(signingKey).verify(body, headers as Record<string, string>);
  const hex = createHmac('sha256', signingKey).update(body).digest('hex');
  if (headers[signatureHeader] !== hex) throw new Error(`${signatureHeader} is not the body's signature`);
}
