import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { requestToken, startTestSandbox, type TestSandbox } from './testing/sandbox.ts';

let sandbox: TestSandbox;
let token: string;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  token = await sandbox.signIn('acme');
});
afterEach(async () => {
  await sandbox.call('DELETE', '/_admin/books/acme/faults');
});
afterAll(() => sandbox.stop());

const get = (path: string) => sandbox.call('GET', path, { token });
const errorOf = async (path: string) => {
  const reply = await get(path);
  return [reply.status, reply.json?.error?.code];
};
const faults = (...list: unknown[]) => sandbox.setFaults('acme', list);

test('credentials are refused although they are right, as often as asked', async () => {
  await faults({ kind: 'credentials_refused', times: 2 });
  const statuses: number[] = [];
  for (let n = 0; n < 3; n++) statuses.push((await requestToken(sandbox.url, 'acme', 'acme-secret')).status);
  expect(statuses).toEqual([401, 401, 200]);
});

test('the token answers for another company', async () => {
  await faults({ kind: 'wrong_company', bookId: 'other-books', times: 1 });
  const body = async () => (await requestToken(sandbox.url, 'acme', 'acme-secret')).json();
  expect(await body()).toMatchObject({ book_id: 'other-books' });
  expect(await body()).toMatchObject({ book_id: 'acme' });
});

test('a token expires at once, and a new one works', async () => {
  await faults({ kind: 'token_expired', times: 1 });
  expect(await errorOf('/v1/contacts')).toEqual([401, 'token_expired']);
  expect(await errorOf('/v1/contacts')).toEqual([401, 'token_invalid']);
  token = await sandbox.signIn('acme');
  expect((await get('/v1/contacts')).status).toBe(200);
});

test('too many requests say how long to wait', async () => {
  await faults({ kind: 'rate_limited', retryAfterSeconds: 300, model: 'invoices' });
  const reply = await get('/v1/invoices');
  expect([reply.status, reply.headers.get('retry-after'), reply.json.error.code]).toEqual([429, '300', 'rate_limited']);
  expect((await get('/v1/contacts')).status).toBe(200);
});

test('page n of one model fails, the pages before it do not', async () => {
  await faults({ kind: 'server_error', model: 'contacts', page: 2, times: 1 });
  const first = (await get('/v1/contacts?page_size=10')).json;
  const second = `/v1/contacts?page_size=10&cursor=${first.next_cursor}`;
  expect(await errorOf(second)).toEqual([500, 'internal_error']);
  expect((await get(second)).json.data).toHaveLength(10);
});

test('one model is forbidden', async () => {
  await faults({ kind: 'permission_denied', model: 'payments' });
  expect(await errorOf('/v1/payments')).toEqual([403, 'permission_denied']);
  expect((await get('/v1/invoices')).status).toBe(200);
});

test('any coded answer can be had', async () => {
  await faults({ kind: 'answer', status: 400, code: 'invalid_query' });
  expect(await errorOf('/v1/accounts')).toEqual([400, 'invalid_query']);
});

test('a slow answer keeps its caller waiting, and is dropped when the caller leaves', async () => {
  await faults({ kind: 'slow', delayMs: 600_000, times: 1 });
  const signal = AbortSignal.timeout(50);
  const request = fetch(`${sandbox.url}/v1/currencies`, { signal, headers: { authorization: `Bearer ${token}` } });
  await expect(request).rejects.toMatchObject({ name: 'TimeoutError' });
  expect((await get('/v1/currencies')).status).toBe(200);
});

test('a body is cut short: whole as an answer, or with the line going dead', async () => {
  await faults({ kind: 'broken_json', times: 1 });
  const cut = await get('/v1/contacts');
  expect([cut.status, cut.json]).toEqual([200, null]);
  await faults({ kind: 'hang_up', times: 1 });
  await expect(get('/v1/contacts')).rejects.toThrow();
  expect((await get('/v1/contacts')).json.data).toHaveLength(30);
});

test('records come twice on a page', async () => {
  await faults({ kind: 'duplicates', times: 1 });
  const ids = (await get('/v1/contacts?page_size=10')).json.data.map((record: { id: string }) => record.id);
  expect(ids).toHaveLength(13);
  expect(new Set(ids).size).toBe(10);
});

test('one record of a page is unreadable but still has its id', async () => {
  const good = (await get('/v1/contacts?page_size=10')).json.data;
  await faults({ kind: 'bad_record', times: 1 });
  const bad = (await get('/v1/contacts?page_size=10')).json.data;
  const different = bad.filter(
    (record: unknown, index: number) => JSON.stringify(record) !== JSON.stringify(good[index]),
  );
  expect(different).toHaveLength(1);
  expect(different[0]).toMatchObject({ id: good[5].id, name: { '?': 'name' } });
});

test('faults outlive a restart with what is left of their count', async () => {
  await faults({ kind: 'server_error', status: 503, times: 2 });
  expect(await errorOf('/v1/contacts')).toEqual([503, 'internal_error']);
  await sandbox.restart();
  token = await sandbox.signIn('acme');
  expect(await errorOf('/v1/contacts')).toEqual([503, 'internal_error']);
  expect((await get('/v1/contacts')).status).toBe(200);
  expect((await get('/_admin/books/acme/faults')).json).toEqual({ faults: [] });
});

test('a fault that does not exist is refused and changes nothing', async () => {
  const reply = await sandbox.call('PUT', '/_admin/books/acme/faults', { body: { faults: [{ kind: 'gremlins' }] } });
  expect([reply.status, reply.json.error.code]).toEqual([400, 'invalid_field']);
});

test('a fault with a time is gone after it, and until then nothing else of the book fails', async () => {
  const until = new Date(Date.now() + 300_000);
  await faults({ kind: 'rate_limited', retryAfterSeconds: 300, until: until.toISOString() }, { kind: 'duplicates' });
  expect((await errorOf('/v1/contacts'))[0]).toBe(429);
  sandbox.setNow(until);
  token = await sandbox.signIn('acme');
  expect((await get('/v1/contacts')).status).toBe(200);
  expect((await sandbox.call('GET', '/_admin/books/acme/faults')).json).toEqual({ faults: [{ kind: 'duplicates' }] });
  sandbox.setNow(new Date());
  token = await sandbox.signIn('acme');
});
