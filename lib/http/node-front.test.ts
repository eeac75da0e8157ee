import { once } from 'node:events';
import { request as ask, createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase } from '../../db/testing/database.ts';
import { nodeFront } from './node-front.ts';
import { makeTenant, tinyApi } from './testing/tiny-api.ts';

await createTestDatabase();
const who = await makeTenant();
const api = tinyApi({ limits: () => [] });
const front = nodeFront(api.dialect, Object.values(api.routes));
const server = createServer((request, response) => void front.serve(request, response));
let port: number;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
});

const requestId = 'f3b1a0f2-6a3c-4b52-9d3e-0c8f6b1c2d3e';
const json = { 'content-type': 'application/json' };

interface Asked {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Over the wire by Node's own client, which sends what it is told. */
async function overWire({ method, path, headers, body }: Asked) {
  const sent = ask({ port, method, path, headers: { who, 'x-request-id': requestId, ...headers } });
  sent.end(body);
  const [answer] = await once(sent, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  return { status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(chunks) };
}

describe('a request over the wire is answered as the route value answers it', () => {
  test.each<Asked>([
    { method: 'GET', path: '/tiny/things?limit=1' },
    { method: 'GET', path: '/tiny/things?limit=0' },
    { method: 'GET', path: '/tiny/things', headers: { who: '' } },
    { method: 'GET', path: '/tiny/nothing' },
    { method: 'HEAD', path: '/tiny/things' },
    { method: 'OPTIONS', path: '/tiny/things' },
    { method: 'PUT', path: '/tiny/things' },
    { method: 'DELETE', path: '/tiny/things/4' },
    { method: 'POST', path: '/tiny/things', headers: json, body: '{"name":"","größe":1}' },
    { method: 'POST', path: '/tiny/things', headers: json, body: '{"name":' },
    { method: 'POST', path: '/tiny/things', headers: { 'content-type': 'text/plain' }, body: '{}' },
    { method: 'POST', path: '/tiny/things', headers: json, body: JSON.stringify('a'.repeat(1024 * 1024)) },
    { method: 'POST', path: '/tiny/things' },
  ])('$method $path $body', async (asked) => {
    const { method, path, body } = asked;
    const headers = { who, 'x-request-id': requestId, ...asked.headers };
    const [wire, own] = [
      await overWire(asked),
      await api.handle(new Request(`http://api.test${path}`, { method, headers, body })),
    ];
    const text = await own.text();
    const parsed = (json: string) => (json ? JSON.parse(json) : null);
    expect([wire.status, parsed(wire.bytes.toString())]).toEqual([own.status, parsed(text)]);
    for (const [name, value] of own.headers) expect([name, wire.headers[name]]).toEqual([name, value]);
    if (method !== 'HEAD' && text) expect(wire.headers['content-length']).toBe(String(wire.bytes.length));
  });
});

test("only what lies below the base path is the API's", () => {
  expect(['/tiny', '/tiny/', '/tiny?x', '/tiny/things'].every((url) => front.owns(url))).toBe(true);
  expect(['/', '/tinyness', '/other/tiny/'].some((url) => front.owns(url))).toBe(false);
});

test('what can not be a request to a route is refused in the words of the API', async () => {
  const trace = await overWire({ method: 'PROPFIND', path: '/tiny/things' });
  expect([trace.status, JSON.parse(trace.bytes.toString())]).toMatchObject([405, { requestId }]);
  expect((await overWire({ method: 'GET', path: '/tiny/things/' })).status).toBe(404);
});

test('a long answer is compressed for who can read that, and says so to caches', async () => {
  const name = 'x'.repeat(5000);
  await overWire({ method: 'POST', path: '/tiny/things', headers: json, body: JSON.stringify({ name }) });
  const path = '/tiny/things';
  const small = await overWire({ method: 'GET', path, headers: { 'accept-encoding': 'br, gzip;q=0.5' } });
  expect(small.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
  expect(small.bytes.length).toBeLessThan(200);
  const plain = await overWire({ method: 'GET', path, headers: { 'accept-encoding': 'gzip;q=0' } });
  expect(plain.headers).toMatchObject({ vary: 'Accept-Encoding' });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(gunzipSync(small.bytes).equals(plain.bytes)).toBe(true);
});

test('a caller that goes away in the middle of a body disturbs nobody', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.write(`POST /tiny/things HTTP/1.1\r\nHost: x\r\nWho: ${who}\r\nContent-Type: application/json\r\n`);
  socket.write('Content-Length: 100\r\n\r\n{"name":', () => socket.destroy());
  await once(socket, 'close');
  expect((await overWire({ method: 'GET', path: '/tiny/things' })).status).toBe(200);
});
