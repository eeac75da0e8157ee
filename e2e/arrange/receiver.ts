import { once } from 'node:events';
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

/** A program of the organisation's that takes webhooks. */
export interface Receiver {
  url: string;
  /** What came, as JSON, with its headers. */
  received: {
    headers: Record<string, string>;
    body: string;
    payload: { type: string; data: Record<string, unknown> };
  }[];
  /** With which status it answers; 200 unless set. */
  status: number;
  /** Throws unless the message was signed with that key. */
  verify: (index: number, signingKey: string) => void;
  stop: () => Promise<void>;
}

/** Listens at the one address that the installation under test may reach: for one test at a time. */
export async function startReceiver(): Promise<Receiver> {
  const port = Number(process.env.E2E_RECEIVER_PORT);
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    receiver.received.push({ headers: request.headers as Record<string, string>, body, payload: JSON.parse(body) });
    response.writeHead(receiver.status).end(receiver.status === 200 ? 'thanks' : 'out of order');
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hooks`,
    received: [],
    status: 200,
    verify: (index, signingKey) => {
      const message = receiver.received[index];
      if (!message) throw new Error(`There is no message ${index}`);
      new Webhook(signingKey).verify(message.body, message.headers);
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}
