import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { rawPayment } from './payments.ts';

// A platform that costs next to nothing, so that the path behind it is what is measured: it speaks the sandbox's wire,
// and its pages are written before the first one is asked for.
const { rows, pageSize } = workerData as { rows: number; pageSize: number };
const pageCount = rows / pageSize;
const pages = Array.from({ length: pageCount }, (_, page) =>
  Buffer.from(
    JSON.stringify({
      data: Array.from({ length: pageSize }, (_, i) => rawPayment(page * pageSize + i, 0)),
      next_cursor: page + 1 < pageCount ? String(page + 1) : null,
    }),
  ),
);
const token = JSON.stringify({
  access_token: 'token',
  token_type: 'bearer',
  expires_in: 900,
  book_id: 'book',
  book_name: 'Book',
  base_currency: 'EUR',
});

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://platform');
  response.setHeader('content-type', 'application/json');
  response.end(url.pathname === '/oauth/token' ? token : pages[Number(url.searchParams.get('cursor') ?? 0)]);
});
server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port));
