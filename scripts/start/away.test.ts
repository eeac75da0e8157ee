import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { noteDatabaseAway } from '../../lib/http/readiness.ts';
import { tellWhenAway } from './away.ts';

const server = createServer((request, response) => {
  tellWhenAway(response);
  response.statusCode = Number(request.url?.slice(1));
  response.end('page');
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
afterAll(() => {
  server.close();
});

async function ask(status: number) {
  const answer = await fetch(`http://127.0.0.1:${port}/${status}`);
  return [answer.status, answer.headers.get('retry-after'), await answer.text()];
}

test('a failed page is 503 with Retry-After only after something failed for want of the database', async () => {
  expect(await ask(500)).toEqual([500, null, 'page']);
  noteDatabaseAway();
  expect(await ask(500)).toEqual([503, '5', 'page']);
  expect(await ask(200)).toEqual([200, null, 'page']);
});
