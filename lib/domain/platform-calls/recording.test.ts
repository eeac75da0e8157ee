import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeCompany, makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { resetEnv } from '../../env.ts';
import { outboundFetch } from '../../http/outbound.ts';
import { listPlatformCalls } from './data.ts';
import { type CallScope, recordingCalls } from './recording.ts';

await createTestDatabase();

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/cut') request.socket.destroy();
    else if (request.url === '/large') response.end('y'.repeat(40_000));
    else if (request.url === '/echo') response.end(`you are ${request.headers.authorization}`);
    else response.writeHead(201).end('{"id":"1","token":"abc"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}`;
  process.env.OUTBOUND_ALLOW = `127.0.0.1:${port}`;
  resetEnv();
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

let ctx: Context;
let scope: CallScope;
beforeEach(async () => {
  ({ ctx } = await makeOrganisation());
  const { companyId } = await makeCompany(ctx);
  const { organisationId, requestId } = ctx;
  const ids = { syncId: randomUUID(), jobId: randomUUID() };
  scope = { organisationId, companyId, requestId, ...ids, secrets: ['the-secret'], bodies: 'whole' };
});
const recorded = async () => (await listPlatformCalls(ctx, { companyId: scope.companyId })).calls.toReversed();

test('a call is kept with what was said, without secrets, and found by company, sync, job and request', async () => {
  await recordingCalls(scope, () =>
    outboundFetch(`${url}/payments?key=the-secret&page=2`, {
      method: 'POST',
      body: '{"note":"the-secret","amount":1}',
    }),
  );
  const [call] = await recorded();
  expect(call).toMatchObject({
    method: 'POST',
    host: new URL(url).host,
    path: '/payments?key=[hidden]&page=2',
    status: 201,
    failure: null,
    requestBody: '{"note":"[hidden]","amount":1}',
    requestBytes: 32,
    responseBody: '{"id":"1","token":"[hidden]"}',
    responseBytes: 24,
    requestId: ctx.requestId,
  });
  for (const by of ['syncId', 'jobId', 'requestId'] as const) {
    expect((await listPlatformCalls(ctx, { [by]: scope[by] ?? undefined })).calls).toEqual([call]);
    const other = by === 'requestId' ? 'other' : randomUUID();
    expect((await listPlatformCalls(ctx, { [by]: other })).calls).toEqual([]);
  }
});

test('a call without an answer is kept with the reason, and its error goes on', async () => {
  await expect(recordingCalls(scope, () => outboundFetch(`${url}/cut`))).rejects.toMatchObject({
    failure: 'unreachable',
  });
  expect(await recorded()).toMatchObject([{ path: '/cut', status: null, failure: 'unreachable', responseBody: null }]);
});

test('of a sign-in no body is kept, and a session that is said again later is known', async () => {
  const session = 'a-session-token-of-the-platform';
  const authorization = `Session ${Buffer.from(`user:7:${session}`).toString('base64')}`;
  await recordingCalls(scope, async () => {
    await outboundFetch(`${url}/login`, { method: 'POST', body: 'user', carriesSecrets: true });
    await outboundFetch(`${url}/echo`, { headers: { authorization } });
  });
  const [login, echo] = await recorded();
  expect(login).toMatchObject({ requestBody: null, requestBytes: 4, responseBody: null });
  expect(echo?.responseBody).not.toContain(authorization.slice(8));
});

test('pages of a pull are kept by their beginning, a write as far as 16 KB', async () => {
  await recordingCalls({ ...scope, bodies: 'heads' }, () => outboundFetch(`${url}/large`));
  await recordingCalls(scope, () => outboundFetch(`${url}/large`));
  const [pull, write] = await recorded();
  expect([pull?.responseBody?.length, pull?.responseBytes]).toEqual([512, 40_000]);
  expect([write?.responseBody?.length, write?.responseBytes]).toEqual([16_384, 40_000]);
});

test('many calls are all kept, in their order, and pages of them follow each other', async () => {
  await recordingCalls(scope, async () => {
    for (let at = 0; at < 120; at++) await outboundFetch(`${url}/${at}`);
  });
  const seen: string[] = [];
  let cursor: number | undefined;
  do {
    const page = await listPlatformCalls(ctx, { syncId: scope.syncId ?? undefined, limit: 50, cursor });
    seen.push(...page.calls.map((call) => call.path));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(seen).toEqual(Array.from({ length: 120 }, (_, at) => `/${119 - at}`));
});

test('calls outside of a record, and those of another one beside it, are not mixed in', async () => {
  const other = { ...scope, jobId: randomUUID() };
  await outboundFetch(`${url}/nobody`);
  await Promise.all([
    recordingCalls(scope, () => outboundFetch(`${url}/mine`)),
    recordingCalls(other, () => outboundFetch(`${url}/theirs`)),
  ]);
  const mine = await listPlatformCalls(ctx, { jobId: scope.jobId ?? undefined });
  expect(mine.calls.map((call) => call.path)).toEqual(['/mine']);
  expect(await recorded()).toHaveLength(2);
});

test('a record that can not be stored stops nothing', async () => {
  const impossible = { ...scope, organisationId: 999_999_999 };
  expect(await recordingCalls(impossible, () => outboundFetch(`${url}/a`))).toMatchObject({ status: 201 });
});

test('another organisation finds none, and a viewer may not look', async () => {
  await recordingCalls(scope, () => outboundFetch(`${url}/a`));
  const stranger = await makeOrganisation();
  expect((await listPlatformCalls(stranger.ctx, { companyId: scope.companyId })).calls).toEqual([]);
  const viewer = contextFor(ctx.organisationId, { role: 'viewer' });
  await expect(listPlatformCalls(viewer, { companyId: scope.companyId })).rejects.toMatchObject({ code: 'forbidden' });
});

test('a key that names a write stays, so that the write can be found in what was said', async () => {
  const headers = { 'idempotency-key': 'write-01hzx3', 'x-api-key': 'a-key-of-the-platform' };
  const body = '{"external_id":"write-01hzx3","note":"a-key-of-the-platform"}';
  await recordingCalls(scope, () => outboundFetch(`${url}/a`, { method: 'POST', headers, body }));
  expect((await recorded())[0]?.requestBody).toBe('{"external_id":"write-01hzx3","note":"[hidden]"}');
});
