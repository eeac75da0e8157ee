import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a Postgres that can be closed and opened again, as a restart does it. */
export interface Gate {
  /** The database, through the gate. */
  url: string;
  /** Cuts every connection and lets no other through. */
  close(): void;
  open(): void;
  /** Takes the gate away. */
  end(): Promise<void>;
}

/** Puts a gate before a database. It listens on while it is closed, so that its port stays its own. */
export async function gateBefore(databaseUrl: string): Promise<Gate> {
  const { hostname, port } = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isClosed = false;
  const server = createServer((client) => {
    // Refused, as where nobody listens: the driver takes a line that is only ended for one to try again without a word.
    if (isClosed) return void client.on('error', () => {}).resetAndDestroy();
    const database = connect(Number(port), hostname);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    client.pipe(database).pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    close: () => {
      isClosed = true;
      cut();
    },
    open: () => {
      isClosed = false;
    },
    end: async () => {
      const ended = once(server, 'close');
      server.close();
      cut();
      await ended;
    },
  };
}
