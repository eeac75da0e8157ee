import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { noteOrigin } from './lib/auth/client-address.ts';
import { coreV4 } from './lib/dialects/core-v4/dialect.ts';
import { env } from './lib/env.ts';
import { misfit } from './lib/http/misfit.ts';
import { decodablePath } from './lib/http/path.ts';
import { baseHeaders, dataPolicy, isDataPath, pagePolicy } from './lib/http/security-headers.ts';
import { refuse } from './lib/http/serve.ts';
import { fail, onOpened, stopWhenAsked, tellParent } from './scripts/start/child.ts';
import { drain } from './scripts/start/drain.ts';
import { otherLoopbackName } from './scripts/start/loopback-name.ts';
import { prepareNext } from './scripts/start/next-app.ts';

/**
 * The web process: Next behind our own HTTP server, which adds the security headers and stops cleanly. It listens at
 * once, so that a taken port is noticed first, and answers 503 until the start says that the database is ready.
 */
const { host, port, publicUrl } = env();
const options = { https: publicUrl.startsWith('https:'), dev: process.argv.includes('--dev') };
const headers = baseHeaders(options);

const server = createServer({ headersTimeout: 20_000, requestTimeout: 120_000, keepAliveTimeout: 65_000 });
const next = prepareNext({ dev: options.dev, host, port, publicUrl, server });
let isOpen = false;

server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
  for (const [name, value] of headers) response.setHeader(name, value);
  const elsewhere = otherLoopbackName(request, publicUrl);
  if (elsewhere) return void response.writeHead(307, { Location: elsewhere }).end();
  if (!isOpen) return answerStarting(response);
  setPolicy(request, response);
  if (await refusedByDialect(request, response)) return;
  request.url = decodablePath(request.url ?? '/');
  noteOrigin(request);
  const { handle } = await next;
  // Next answers its own errors; what still comes here left the answer half done.
  await handle(request, response).catch(() => response.destroy());
});
// Next keeps a process with such an error alive.
server.on('error', (error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE';
  tellParent({ type: 'failed', reason: taken ? 'port-taken' : error.message });
  fail(taken ? `Port ${port} is taken` : 'The web server failed', error);
});

const stopServing = drain(server);
stopWhenAsked(async () => {
  await stopServing();
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

/** What Next would answer in words of its own, although the path belongs to a dialect. */
async function refusedByDialect(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { method = 'GET', url = '/', headers } = request;
  const fault = url.startsWith(`${coreV4.basePath}/`) ? misfit(method, url) : null;
  if (!fault) return false;
  const requestId = String(headers['x-request-id'] ?? '');
  const asked = new Request(`http://ledgerline${url}`, { headers: { 'x-request-id': requestId } });
  const answer = await refuse(coreV4, asked, fault);
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  return true;
}

function answerStarting(response: ServerResponse): void {
  response
    .writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '1', 'Cache-Control': 'no-store' })
    .end('Ledgerline is starting. Try again in a moment.\n');
}
