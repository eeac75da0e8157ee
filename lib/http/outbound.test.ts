import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { resetEnv } from '../env.ts';
import { isPublicAddress, outboundFetch } from './outbound.ts';

let server: Server;
let port: number;
const seen: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request.url ?? '');
    if (request.url === '/redirect') response.writeHead(302, { location: '/landed' }).end();
    else if (request.url === '/large') response.end('x'.repeat(2000));
    else if (request.url === '/silent') return;
    else if (request.url === '/cut') request.socket.destroy();
    else response.end(`answer to ${request.method}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen.length = 0;
  allow(`127.0.0.1:${port}`);
});

function allow(entries: string): void {
  process.env.OUTBOUND_ALLOW = entries;
  delete process.env.SANDBOX_URL;
  resetEnv();
}

const url = (path = '/', host = '127.0.0.1') => `http://${host}:${port}${path}`;
const failure = (failure: string) => expect.objectContaining({ name: 'OutboundError', failure });

describe('a private address', () => {
  it.each([
    '127.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '2130706433',
    '0x7f.1',
    '10.0.0.1',
    '169.254.169.254',
    '[fd00::1]',
  ])('written as %s is refused before anything is sent', async (host) => {
    allow('');
    await expect(outboundFetch(url('/', host))).rejects.toEqual(failure('refused-address'));
    expect(seen).toEqual([]);
  });

  it('behind a name is refused too', async () => {
    allow('');
    await expect(outboundFetch(url('/', 'localhost'))).rejects.toEqual(failure('refused-address'));
    expect(seen).toEqual([]);
  });

  it('is reached when host and port are allowed, and only then', async () => {
    expect(await outboundFetch(url(), { method: 'POST', body: 'x' })).toMatchObject({
      status: 200,
      text: 'answer to POST',
    });
    allow(`127.0.0.1:${port + 1}`);
    await expect(outboundFetch(url())).rejects.toEqual(failure('refused-address'));
  });
});

describe('which addresses are public', () => {
  it.each([
    ['93.184.216.34', true],
    ['2606:2800:220:1:248:1893:25c8:1946', true],
    ['192.168.1.1', false],
    ['172.16.0.1', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['::', false],
    ['fe80::1', false],
    ['224.0.0.1', false],
    ['not an address', false],
  ])('%s: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });
});

describe('an exchange', () => {
  it('does not follow a redirect', async () => {
    expect((await outboundFetch(url('/redirect'))).status).toBe(302);
    expect(seen).toEqual(['/redirect']);
  });

  it('ends when the answer is larger than allowed', async () => {
    await expect(outboundFetch(url('/large'), { maxBytes: 1000 })).rejects.toEqual(failure('too-large'));
  });

  it('keeps the status and the beginning of a larger answer where that is enough', async () => {
    const answer = await outboundFetch(url('/large'), { maxBytes: 1000, cutsLarger: true });
    expect([answer.status, answer.text]).toEqual([200, 'x'.repeat(1000)]);
  });

  it('ends when no answer comes in time', async () => {
    await expect(outboundFetch(url('/silent'), { timeoutMs: 30 })).rejects.toEqual(failure('timeout'));
  });

  it('ends when the caller gives up', async () => {
    const controller = new AbortController();
    const exchange = expect(outboundFetch(url('/silent'), controller)).rejects.toMatchObject({
      failure: 'aborted',
      mayBeSent: true,
    });
    await expect.poll(() => seen).toEqual(['/silent']);
    controller.abort();
    await exchange;
  });

  it('is not begun when the caller has given up already', async () => {
    const signal = AbortSignal.abort();
    const never = expect.objectContaining({ failure: 'aborted', mayBeSent: false });
    await expect(outboundFetch(url(), { signal })).rejects.toEqual(never);
    expect(seen).toEqual([]);
  });

  it('says unreachable when nobody listens', async () => {
    const spare = createServer();
    await new Promise<void>((resolve) => spare.listen(0, '127.0.0.1', resolve));
    const closed = (spare.address() as AddressInfo).port;
    await new Promise((resolve) => spare.close(resolve));
    allow(`127.0.0.1:${closed}`);
    const error = { failure: 'unreachable', mayBeSent: false };
    await expect(outboundFetch(`http://127.0.0.1:${closed}/`)).rejects.toMatchObject(error);
    allow(`localhost:${closed}`);
    await expect(outboundFetch(`http://localhost:${closed}/`)).rejects.toMatchObject(error);
  });

  it.each(['/cut', '/silent'])('that got no answer at %s may have been sent', async (path) => {
    const exchange = outboundFetch(url(path), { method: 'POST', body: 'x', timeoutMs: 100 });
    await expect(exchange).rejects.toMatchObject({ mayBeSent: true });
  });

  it('with an address that is refused was not sent', async () => {
    allow('');
    await expect(outboundFetch(url())).rejects.toMatchObject({ mayBeSent: false });
  });

  it.each(['ftp://example.com/', 'example.com', 'http://user:secret@example.com/'])('refuses %s', async (address) => {
    await expect(outboundFetch(address)).rejects.toEqual(failure('invalid-url'));
  });
});
