import { once } from 'node:events';
import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AxiosResponse } from 'axios';
import { type Document, OpenAPIClientAxios, type UnknownOperationMethods } from 'openapi-client-axios';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { nodeFront } from '../../http/node-front.ts';
import { connectorV1 } from './dialect.ts';
import { connectorV1Document, connectorV1DocumentRoute } from './document.ts';
import { connectorV1Routes } from './routes.ts';
import { type Caller, makeTenant, newCompany } from './testing/connector-api.ts';

await createTestDatabase();

const front = nodeFront(connectorV1, [...connectorV1Routes, connectorV1DocumentRoute]);
const server = createServer((request, response) => void front.serve(request, response));
let port: number;
let caller: Caller;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
  ({ caller } = await makeTenant());
});
afterAll(() => {
  server.close();
});

test('a program that knows nothing but the document adds, changes, finds and deletes a company', async () => {
  const document = { ...connectorV1Document(), servers: [{ url: `http://127.0.0.1:${port}${connectorV1.basePath}` }] };
  const api = new OpenAPIClientAxios({ definition: document as unknown as Document });
  const client = (await api.init()) as unknown as UnknownOperationMethods;
  const run = async (operation: string, body: Record<string, unknown>) => {
    const answer: AxiosResponse | undefined = await client[operation]?.({}, { ...caller.tokens, ...body });
    expect(answer?.status).toBe(200);
    return answer?.data;
  };
  const { Cursor: CompanyId } = await run('addCompany', newCompany);
  await run('updateCompany', { CompanyId, Notes: { Value: 'noted' } });
  await run('deleteCompanies', { CompanyIds: [CompanyId] });
  const found = await run('getAllCompanies', { Ids: [CompanyId], Limitation: { Count: 1 } });
  expect(found).toMatchObject({ Companies: [{ IsActive: false, Notes: 'noted' }], Cursor: CompanyId });
});

/** A request as it stands, with a path that no client library would let pass. */
async function raw(method: string, path: string, body = '{}'): Promise<{ status?: number; body: unknown }> {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const sent = ask({ host: '127.0.0.1', port, method, path, headers });
  sent.end(body);
  const [answer] = await once(sent, 'response');
  let text = '';
  for await (const chunk of answer) text += chunk;
  return { status: answer.statusCode, body: JSON.parse(text) };
}

test.each([
  ['POST', '/api/connector/v1/companies/getAll/', 404],
  ['POST', '/api/connector/v1/companies//getAll', 404],
  ['POST', '/api/connector/v1/companies/GetAll', 404],
  ['POST', '/api/connector/v1/companies/x/../getAll', 404],
  ['POST', '/api/connector/v1/%zz', 404],
  ['POST', '/api/connector/v1', 404],
  ['POST', '/api/connector/v1/companies/getAll?a=1', 401],
  ['TRACE', '/api/connector/v1/companies/getAll', 405],
  ['OPTIONS', '/api/connector/v1/companies/getAll', 405],
])('%s %s is answered with %i in the shape of the API', async (method, path, status) => {
  const answer = await raw(method, path, method === 'TRACE' ? '' : '{}');
  expect(answer).toEqual({
    status,
    body: { Message: expect.any(String), RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/), Details: null },
  });
});

test('a body beyond the limit is refused, and the connection can be used again', async () => {
  const body = JSON.stringify({ ...caller.tokens, Ids: new Array(1_000_000).fill('a') });
  const large = await raw('POST', '/api/connector/v1/companies/getAll', body);
  expect(large).toMatchObject({ status: 413, body: { Details: null } });
});
