import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { noteOrigin } from './lib/auth/client-address.ts';
import { connectorV1 } from './lib/dialects/connector-v1/dialect.ts';
import { connectorV1DocumentRoute } from './lib/dialects/connector-v1/document.ts';
import { connectorV1Routes } from './lib/dialects/connector-v1/routes.ts';
import { coreV4 } from './lib/dialects/core-v4/dialect.ts';
import { coreV4DocumentRoute } from './lib/dialects/core-v4/document.ts';
import { coreV4Routes } from './lib/dialects/core-v4/routes.ts';
import { jsonApiV2 } from './lib/dialects/jsonapi-v2/dialect.ts';
import { jsonApiV2DocumentRoute } from './lib/dialects/jsonapi-v2/document.ts';
import { jsonApiV2Routes } from './lib/dialects/jsonapi-v2/routes.ts';
import { env } from './lib/env.ts';
import { startAnnouncing } from './lib/events/announce.ts';
import { stopListening } from './lib/events/hub.ts';
import { nodeFront } from './lib/http/node-front.ts';
import { decodablePath } from './lib/http/path.ts';
import { baseHeaders, dataPolicy, isDataPath, pagePolicy } from './lib/http/security-headers.ts';
import { tellWhenAway } from './scripts/start/away.ts';
import { fail, onOpened, stopWhenAsked, tellParent } from './scripts/start/child.ts';
import { drain } from './scripts/start/drain.ts';
import { otherLoopbackName } from './scripts/start/loopback-name.ts';
import { prepareNext } from './scripts/start/next-app.ts';

/**
 * The web process: our own HTTP server, which adds the security headers and stops cleanly, serves the APIs itself and
 * has Next behind it for the pages. It listens at once, so that a taken port is noticed first, and answers 503 until the
 * start says that the database is ready.
 */
const { host, port, publicUrl } = env();
const options = { https: publicUrl.startsWith('https:'), dev: process.argv.includes('--dev') };
const headers = baseHeaders(options);

/**
 * Served without Next, which alone costs more than the work of a small answer. In development Next serves them too, so
 * that a change is seen at once.
 */
const fronts = options.dev
  ? []
  : [
      nodeFront(coreV4, [...coreV4Routes, coreV4DocumentRoute]),
      nodeFront(connectorV1, [...connectorV1Routes, connectorV1DocumentRoute]),
      nodeFront(jsonApiV2, [...jsonApiV2Routes, jsonApiV2DocumentRoute]),
    ];

const server = createServer({ headersTimeout: 20_000, requestTimeout: 120_000, keepAliveTimeout: 65_000 });
const next = prepareNext({ dev: options.dev, host, port, publicUrl, server });
let isOpen = false;

server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
  for (const [name, value] of headers) response.setHeader(name, value);
  const elsewhere = otherLoopbackName(request, publicUrl);
  if (elsewhere) return void response.writeHead(307, { Location: elsewhere }).end();
  if (!isOpen) return answerStarting(response);
  setPolicy(request, response);
  const front = fronts.find((one) => one.owns(request.url ?? '/'));
  // What still comes here left the answer half done.
  if (front) return void (await front.serve(request, response).catch(() => response.destroy()));
  request.url = decodablePath(request.url ?? '/');
  noteOrigin(request);
  tellWhenAway(response);
  const { handle } = await next;
  // Next answers its own errors.
  await handle(request, response).catch(() => response.destroy());
});
// Next keeps a process with such an error alive.
server.on('error', (error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE';
  tellParent({ type: 'failed', reason: taken ? 'port-taken' : error.message });
  fail(taken ? `Port ${port} is taken` : 'The web server failed', error);
});

const stopServing = drain(server);
const stopAnnouncing = startAnnouncing();
stopWhenAsked(async () => {
  await stopServing();
  await Promise.all([stopAnnouncing(), stopListening()]);
  await (await next).close();
});
onOpened(async () => {
  await next.catch((error) => fail('Next could not start', error));
  isOpen = true;
  tellParent({ type: 'opened' });
});
server.listen(port, host, () => tellParent({ type: 'ready' }));

/** Next reads the nonce for its own scripts from the request's header; a caller's own value must not get there. */
function setPolicy(request: IncomingMessage, response: ServerResponse): void {
  delete request.headers['content-security-policy-report-only'];
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (isDataPath(path)) {
    delete request.headers['content-security-policy'];
    response.setHeader('Content-Security-Policy', dataPolicy);
    return;
  }
  const policy = pagePolicy(randomBytes(16).toString('base64'), options);
  request.headers['content-security-policy'] = policy;
  response.setHeader('Content-Security-Policy', policy);
}

function answerStarting(response: ServerResponse): void {
  response
    .writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '1', 'Cache-Control': 'no-store' })
    .end('Ledgerline is starting. Try again in a moment.\n');
}
