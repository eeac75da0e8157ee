import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { models } from '../../state/book.ts';
import { requestToken, startTestSandbox, type TestSandbox } from '../../testing/sandbox.ts';

let sandbox: TestSandbox;
let token: string;
beforeAll(async () => {
  sandbox = await startTestSandbox({ tokenSeconds: 600 });
  token = await sandbox.signIn('acme');
});
afterAll(() => sandbox.stop());

const get = (path: string, as: string | undefined = token) => sandbox.call('GET', path, { token: as });

describe('signing in', () => {
  test('answers a token and the book that it opens', async () => {
    const body = await (await requestToken(sandbox.url, 'acme', 'acme-secret')).json();
    expect(body).toMatchObject({ token_type: 'bearer', expires_in: 600, book_id: 'acme', book_name: 'Acme Ltd' });
  });

  test.each([
    ['acme', 'wrong'],
    ['acme', ''],
    ['nobody', 'acme-secret'],
  ])('is refused for %s with the secret %s', async (id, secret) => {
    const response = await requestToken(sandbox.url, id, secret);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'invalid_client' } });
  });

  test('takes a form with exactly its three parameters, by POST', async () => {
    const post = (body: URLSearchParams) => fetch(`${sandbox.url}/oauth/token`, { method: 'POST', body });
    const wrongGrant = await post(new URLSearchParams({ grant_type: 'password', client_id: 'a', client_secret: 'b' }));
    expect(await wrongGrant.json()).toMatchObject({ error: { code: 'unsupported_grant_type' } });
    expect((await post(new URLSearchParams({ grant_type: 'client_credentials', client_id: 'a' }))).status).toBe(400);
    expect((await sandbox.call('POST', '/oauth/token', { body: {} })).status).toBe(415);
    expect((await sandbox.call('GET', '/oauth/token')).status).toBe(405);
  });

  test('is needed: no token, an unknown one and an old one are told apart', async () => {
    expect((await get('/v1/contacts', '')).json.error.code).toBe('token_missing');
    expect((await get('/v1/contacts', 'made-up')).json.error.code).toBe('token_invalid');
    const short = await sandbox.signIn('acme');
    sandbox.setNow(new Date(Date.now() + 601_000));
    const late = await get('/v1/contacts', short);
    sandbox.setNow(new Date());
    expect([late.status, late.json.error.code]).toEqual([401, 'token_expired']);
  });
});

describe('a list', () => {
  test.each(models)('of %s walked in small pages brings every record once, oldest change first', async (model) => {
    const whole = await sandbox.walk(token, model, 'page_size=500');
    const paged = await sandbox.walk(token, model, 'page_size=7');
    expect(paged).toEqual(whole);
    expect(new Set(paged.map((record) => record.id)).size).toBe(paged.length);
    const stamps = paged.map((record) => record.modified);
    expect(stamps).toEqual([...stamps].sort());
  });

  test('begins at modified_since, that moment included', async () => {
    const all = await sandbox.walk(token, 'invoices');
    const middle = all[Math.floor(all.length / 2)];
    const since = await sandbox.walk(token, 'invoices', `modified_since=${middle?.modified}`);
    expect(since).toEqual(all.filter((record) => record.modified >= String(middle?.modified)));
  });

  test('holds money as decimal strings with the digits of the currency', async () => {
    const currencies = await sandbox.walk(token, 'currencies');
    for (const invoice of await sandbox.walk(token, 'invoices')) {
      const currency = currencies.find((one) => one.id === invoice.currency_id);
      const digits = String(invoice.total).split('.')[1]?.length ?? 0;
      expect(digits).toBe(currency?.decimals);
    }
  });

  test.each([
    ['page_size=0', 'invalid_query'],
    ['page_size=501', 'invalid_query'],
    ['page_size=ten', 'invalid_query'],
    ['page_size=1&page_size=2', 'invalid_query'],
    ['modified_since=yesterday', 'invalid_query'],
    ['include_deleted=maybe', 'invalid_query'],
    ['limit=3', 'invalid_query'],
    ['cursor=abc', 'bad_cursor'],
    [`ids=${Array(101).fill('con_1')}`, 'invalid_query'],
    ['ids=con_1&page_size=5', 'invalid_query'],
    ['external_id=a&include_deleted=true', 'invalid_query'],
  ])('with %s is refused', async (query, code) => {
    const reply = await get(`/v1/contacts?${query}`);
    expect([reply.status, reply.json.error.code]).toEqual([400, code]);
  });

  test('by ids brings those that are there, in the order asked for', async () => {
    const { data, next_cursor } = (await get('/v1/contacts?ids=con_7,con_999,inv_1,con_2')).json;
    expect([data.map((one: { id: string }) => one.id), next_cursor]).toEqual([['con_7', 'con_2'], null]);
  });

  test('takes an external id only where records have one', async () => {
    expect((await get('/v1/contacts?external_id=nobody')).json).toEqual({ data: [], next_cursor: null });
    expect((await get('/v1/invoices?external_id=nobody')).status).toBe(400);
  });

  test('refuses a cursor of another model', async () => {
    const { next_cursor } = (await get('/v1/invoices?page_size=1')).json;
    expect((await get(`/v1/contacts?cursor=${next_cursor}`)).json.error.code).toBe('bad_cursor');
  });
});

describe('one record', () => {
  test('is the same as in the list', async () => {
    const [first] = await sandbox.walk(token, 'contacts');
    expect((await get(`/v1/contacts/${first?.id}`)).json).toEqual(first);
  });

  test.each([
    '/v1/contacts/con_99999',
    '/v1/contacts/inv_1',
    '/v1/contacts/con_01',
    '/v1/nothing',
    '/v1',
    '/',
    '/v2/contacts',
  ])('that is not there is a coded 404: %s', async (path) => {
    const reply = await get(path);
    expect([reply.status, reply.json.error.code]).toEqual([404, 'not_found']);
  });

  test.each([
    ['DELETE', '/v1/contacts/con_1', 'GET, PATCH'],
    ['PATCH', '/v1/payments/pay_1', 'GET'],
    ['PUT', '/v1/payments', 'GET, POST'],
    ['POST', '/v1/invoices', 'GET'],
  ])('takes no %s at %s', async (method, path, allow) => {
    const reply = await sandbox.call(method, path, { token });
    expect([reply.status, reply.headers.get('allow'), reply.json.error.code]).toEqual([
      405,
      allow,
      'method_not_allowed',
    ]);
  });
});

test('one company’s token never shows another’s books', async () => {
  await sandbox.call('POST', '/_admin/books', {
    body: { id: 'other', base_currency: 'USD', contacts: 2, invoices: 0 },
  });
  const other = await sandbox.signIn('other');
  expect(await sandbox.walk(other, 'contacts')).toHaveLength(2);
  expect(await sandbox.walk(token, 'contacts')).toHaveLength(30);
});
