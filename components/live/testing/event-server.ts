import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EventSource as NodeEventSource } from 'undici';
import type { StreamMessages } from '@/lib/events/stream.ts';

export interface EventServer {
  /** Every stream that was asked for, with what it was asked since; null for one that said nothing of it. */
  asked: (number | null)[];
  /** Streams that are open now. */
  open: () => number;
  say: <K extends keyof StreamMessages>(event: K, data: StreamMessages[K]) => void;
  /** Ends what is open, as a server that stops does. */
  cut: () => void;
  /** From now on streams are refused with this status; null: they are opened again. */
  refuse: (status: number | null) => void;
  /** What a tab opens its streams with. */
  connect: (url: string) => EventSource;
  stop: () => Promise<void>;
}

/** Serves streams as the console does, each beginning with the state of one organisation. */
export async function eventServer(first: { organisationId: number }): Promise<EventServer> {
  const streams = new Set<ServerResponse>();
  const asked: (number | null)[] = [];
  let refusal: number | null = null;
  const text = (event: string, data: unknown) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  const server = createServer((request, response) => {
    const since = new URL(request.url ?? '/', 'http://localhost').searchParams.get('since');
    asked.push(since === null ? null : Number(since));
    if (refusal) return void response.writeHead(refusal).end();
    streams.add(response);
    response.on('close', () => streams.delete(response));
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(text('state', { ...first, isListening: true }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    asked,
    open: () => streams.size,
    say: (event, data) => {
      for (const stream of streams) stream.write(text(event, data));
    },
    cut: () => {
      for (const stream of streams) stream.destroy();
    },
    refuse: (status) => {
      refusal = status;
    },
    connect: (url) => new NodeEventSource(`${origin}${url}`) as unknown as EventSource,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
