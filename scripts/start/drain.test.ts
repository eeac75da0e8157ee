import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { drain } from './drain.ts';

async function serve(answer: (response: ServerResponse) => void) {
  const server = createServer((_request, response) => answer(response));
  const stop = drain(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { stop, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test('an answer in work is finished before the stop is done, and nothing new is taken', async () => {
  const inWork = Promise.withResolvers<ServerResponse>();
  const { stop, url } = await serve((response) => inWork.resolve(response));
  const asked = fetch(url).then((response) => response.text());
  const response = await inWork.promise;

  const stopped = stop();
  await expect(fetch(url)).rejects.toThrow();
  response.end('whole');
  expect(await asked).toBe('whole');
  await stopped;
});

test('an event stream, which never ends by itself, does not hold the stop up', async () => {
  const { stop, url } = await serve((response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: 1\n\n');
  });
  const stream = await fetch(url, { headers: { Accept: 'text/event-stream' } });
  await stop();
  await expect(stream.text()).rejects.toThrow();
});
