import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { requestBusinessCentralToken, tokenForm } from '../../testing/business-central.ts';
import { startTestSandbox, type TestSandbox } from '../../testing/sandbox.ts';
import { sandboxTenant } from './token-endpoint.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox({ tokenSeconds: 60 });
});
afterEach(() => sandbox.call('DELETE', '/_admin/books/acme/faults'));
afterAll(() => sandbox.stop());

const ask = (changes: Record<string, string> = {}, tenant?: string) =>
  requestBusinessCentralToken(sandbox, { ...tokenForm('acme'), ...changes }, tenant);
const errorOf = async (changes: Record<string, string>, tenant?: string) => {
  const { status, body } = await ask(changes, tenant);
  return [status, body.error, body.error_codes];
};
const companies = (token: string, environment = 'Production') =>
  sandbox.call('GET', `/business-central/v2.0/${sandboxTenant}/${environment}/api/v2.0/companies`, { token });

test('a token lasts as long as it says and opens its own company alone', async () => {
  const { status, body } = await ask();
  expect([status, body.token_type, body.expires_in]).toEqual([200, 'Bearer', 60]);
  const list = await companies(String(body.access_token));
  expect(list.json.value).toMatchObject([{ name: 'Acme Ltd' }]);
  sandbox.setNow(new Date(Date.now() + 61_000));
  const late = await companies(String(body.access_token));
  sandbox.setNow(new Date());
  expect([late.status, late.json.error.code]).toEqual([401, 'Authentication_InvalidCredentials']);
});

test('what is wrong with a sign-in is told in the codes of the identity platform', async () => {
  expect(await errorOf({ client_secret: 'no' })).toEqual([401, 'invalid_client', [7000215]]);
  expect(await errorOf({ client_id: 'no' })).toEqual([400, 'unauthorized_client', [700016]]);
  expect(await errorOf({ scope: 'openid' })).toEqual([400, 'invalid_scope', [1002012]]);
  expect(await errorOf({ grant_type: 'password' })).toEqual([400, 'unsupported_grant_type', [70003]]);
  expect(await errorOf({}, 'somewhere.example')).toEqual([400, 'invalid_request', [90002]]);
});

test('another environment, another company and no token are refused', async () => {
  const token = String((await ask()).body.access_token);
  const elsewhere = await companies(token, 'Staging');
  expect([elsewhere.status, elsewhere.json.error.code]).toEqual([404, 'NoEnvironment']);
  const path = `/business-central/v2.0/${sandboxTenant}/Production/api/v2.0/companies`;
  const other = await sandbox.call('GET', `${path}(11111111-1111-4111-8111-111111111111)/customers`, { token });
  expect([other.status, other.json.error.code]).toEqual([404, 'BadRequest_ResourceNotFound']);
  expect((await sandbox.call('GET', path)).status).toBe(401);
});

test('faults speak in the form of this wire, and 429 says nothing of when to come again', async () => {
  const token = String((await ask()).body.access_token);
  await sandbox.setFaults('acme', [{ kind: 'rate_limited', retryAfterSeconds: 30, times: 1 }]);
  const limited = await companies(token);
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, null]);
  expect(limited.json.error.message).toMatch(/CorrelationId: {2}[\da-f-]{36}\.$/);
  await sandbox.setFaults('acme', [{ kind: 'server_error', status: 503, retryAfterSeconds: 30, times: 1 }]);
  const down = await companies(token);
  expect([down.status, down.headers.get('retry-after')]).toEqual([503, '30']);
});
