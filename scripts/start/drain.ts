import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/**
 * Prepares a clean stop of a server. The returned function takes no new connections, lets answers in work finish and
 * resolves when all are out. Event streams never finish by themselves: they are cut, and browsers come back later.
 */
export function drain(server: Server): () => Promise<void> {
  const inWork = new Set<ServerResponse>();
  let stopping = false;
  server.on('request', (_request: IncomingMessage, response: ServerResponse) => {
    inWork.add(response);
    if (stopping) response.setHeader('Connection', 'close');
    response.once('close', () => inWork.delete(response));
  });
  return async () => {
    stopping = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const response of inWork) if (isEventStream(response)) response.destroy();
    // A connection that becomes idle after its last answer would otherwise be kept for the next one.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    await closed;
    clearInterval(idle);
  };
}

/** Browsers ask for it by name. (A header given to writeHead can't be read back from the answer.) */
const isEventStream = ({ req }: ServerResponse) => req.headers.accept?.includes('text/event-stream') ?? false;
