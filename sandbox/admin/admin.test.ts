import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smallBook, startTestSandbox, type TestSandbox } from '../testing/sandbox.ts';

let sandbox: TestSandbox;
let token: string;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  token = await sandbox.signIn('acme');
});
afterAll(() => sandbox.stop());

const edit = (method: string, path: string, body?: unknown) => sandbox.call(method, `/_admin/books${path}`, { body });
const read = async (path: string) => (await sandbox.call('GET', `/v1${path}`, { token })).json;

describe('books', () => {
  test('are made with what was asked for and answer with their credentials and counts', async () => {
    const body = {
      id: 'made',
      name: 'Müller & Söhne',
      client_id: 'm',
      client_secret: 's',
      base_currency: 'EUR',
      contacts: 5,
      invoices: 0,
    };
    const reply = await edit('POST', '', body);
    expect(reply.status).toBe(201);
    expect(reply.json).toMatchObject({
      id: 'made',
      client_id: 'm',
      client_secret: 's',
      counts: { contacts: 5, invoices: 0 },
    });
    expect(await sandbox.walk(await sandbox.signIn('m', 's'), 'contacts')).toHaveLength(5);
    expect((await edit('POST', '', body)).status).toBe(409);
    expect((await edit('DELETE', '/made')).status).toBe(204);
    expect((await edit('GET', '/made')).status).toBe(404);
  });

  test('take a new secret, and the old one no longer works', async () => {
    await edit('POST', '', { ...smallBook, id: 'rotated' });
    await edit('PATCH', '/rotated', { client_secret: 'new' });
    expect(await sandbox.signIn('rotated')).toBeUndefined();
    expect(await sandbox.signIn('rotated', 'new')).toBeTypeOf('string');
  });

  test.each([
    [{ id: 'UPPER' }, 'invalid_field', 'id'],
    [{ id: 'x', base_currency: 'XXX' }, 'invalid_field', 'base_currency'],
    [{ id: 'x', contacts: -1 }, 'invalid_field', 'contacts'],
    [{ id: 'x', colour: 'red' }, 'unknown_field', 'colour'],
    [{}, 'missing_field', 'id'],
  ])('are not made of %j', async (body, code, field) => {
    const reply = await edit('POST', '', body);
    expect([reply.status, reply.json.error.code, reply.json.error.field]).toEqual([400, code, field]);
  });
});

describe('records', () => {
  test('a changed contact moves its stamp and is what modified_since brings', async () => {
    const before = new Date().toISOString();
    const reply = await edit('PATCH', '/acme/contacts/con_3', {
      name: 'Ørsted & Co',
      phones: [{ kind: 'mobile', number: '+45 12' }],
      addresses: [{ kind: 'billing', street: 'Nygade 1', city: 'Århus', country: 'DK' }],
    });
    expect(reply.status).toBe(200);
    expect(reply.json.modified >= before).toBe(true);
    const changed = await sandbox.walk(token, 'contacts', `modified_since=${before}`);
    expect(changed).toEqual([reply.json]);
    expect(reply.json.addresses[0]).toMatchObject({ id: 'con_3.ad1', city: 'Århus', postcode: null });
  });

  test('a payment lowers the balance, moves the invoice, and its deletion gives it back', async () => {
    const made = await edit('POST', '/acme/invoices', {
      contact_id: 'con_1',
      currency_id: 'cur_1',
      lines: [{ description: 'Work', quantity: '2.5', unit_price: '10.01', tax_rate: '20' }],
    });
    expect(made.json).toMatchObject({
      status: 'issued',
      subtotal: '25.03',
      tax: '5.01',
      total: '30.04',
      balance: '30.04',
    });
    const path = `/invoices/${made.json.id}`;
    const payment = await edit('POST', '/acme/payments', { invoice_id: made.json.id, amount: '10' });
    expect(payment.status).toBe(201);
    expect(await read(path)).toMatchObject({ status: 'part_paid', balance: '20.04' });
    const tooMuch = await edit('POST', '/acme/payments', { invoice_id: made.json.id, amount: '20.05' });
    expect([tooMuch.status, tooMuch.json.error.code]).toEqual([422, 'amount_too_large']);
    await edit('POST', '/acme/payments', { invoice_id: made.json.id, amount: '20.04' });
    expect(await read(path)).toMatchObject({ status: 'settled', balance: '0.00' });
    expect((await edit('DELETE', `/acme/payments/${payment.json.id}`)).status).toBe(204);
    expect(await read(path)).toMatchObject({ status: 'part_paid', balance: '10.00' });
  });

  test('a deleted record is gone from lists unless tombstones are asked for', async () => {
    const before = new Date().toISOString();
    expect((await edit('DELETE', '/acme/contacts/con_9')).status).toBe(204);
    expect((await sandbox.walk(token, 'contacts')).some((one) => one.id === 'con_9')).toBe(false);
    const tombstones = await sandbox.walk(token, 'contacts', `modified_since=${before}&include_deleted=true`);
    expect(tombstones).toMatchObject([{ id: 'con_9', deleted: expect.any(String) }]);
    expect((await edit('DELETE', '/acme/contacts/con_9')).status).toBe(404);
  });

  test('deleting an invoice takes its payments with it', async () => {
    const [payment] = await sandbox.walk(token, 'payments');
    await edit('DELETE', `/acme/invoices/${payment?.invoice_id}`);
    const left = await sandbox.walk(token, 'payments');
    expect(left.some((one) => one.invoice_id === payment?.invoice_id)).toBe(false);
  });

  test('currencies and accounts can be added and changed', async () => {
    const currency = await edit('POST', '/acme/currencies', { code: 'CHF', name: 'Franken', rate: '0.9' });
    expect(currency.json).toMatchObject({ code: 'CHF', decimals: 2, base: false });
    expect((await edit('POST', '/acme/currencies', { code: 'CHF' })).status).toBe(409);
    const account = await edit('POST', '/acme/accounts', { code: '7000', name: 'Sundry', parent_id: 'acc_1' });
    expect(account.json).toMatchObject({ class: 'expense', parent_id: 'acc_1' });
    expect((await edit('PATCH', `/acme/accounts/${account.json.id}`, { active: false })).json.active).toBe(false);
  });

  test.each([
    ['POST', '/acme/contacts', {}, 400],
    ['POST', '/acme/contacts', { name: 'A', balance: '1' }, 400],
    ['PATCH', '/acme/contacts/con_1', { currency_id: 'con_1' }, 400],
    ['PATCH', '/acme/contacts/con_1', { currency_id: 'cur_99' }, 422],
    ['POST', '/acme/payments', { invoice_id: 'inv_9999', amount: '1' }, 422],
    [
      'POST',
      '/acme/invoices',
      { contact_id: 'con_1', currency_id: 'cur_2', lines: [{ description: 'x', unit_price: '0.5' }] },
      400,
    ],
    ['PUT', '/acme/contacts/con_1', {}, 405],
    ['POST', '/nobody/contacts', { name: 'A' }, 404],
  ])('%s %s with %j is refused with %i and a code', async (method, path, body, status) => {
    const reply = await edit(method, path, body);
    expect(reply.status).toBe(status);
    expect(reply.json.error.code).toBeTypeOf('string');
  });
});

test('the call log names what was asked of the wire, never a token or secret', async () => {
  await sandbox.call('DELETE', '/_admin/calls');
  const fresh = await sandbox.signIn('acme');
  await sandbox.call('GET', '/v1/contacts?page_size=1', { token: fresh });
  await sandbox.call('GET', '/v1/nothing', { token: fresh });
  const reply = await sandbox.call('GET', '/_admin/calls?book=acme');
  expect(reply.json.data).toMatchObject([
    { method: 'POST', path: '/oauth/token', status: 200, book: 'acme' },
    { method: 'GET', path: '/v1/contacts?page_size=1', status: 200, book: 'acme' },
  ]);
  expect(reply.text).not.toContain(fresh);
});

test('a page in a browser can’t use the admin paths', async () => {
  const response = await fetch(`${sandbox.url}/_admin/books`, { headers: { origin: 'https://evil.example' } });
  expect(response.status).toBe(404);
});

test('edits outlive a restart', async () => {
  await edit('PATCH', '/acme/contacts/con_5', { name: 'Kept' });
  await sandbox.restart();
  token = await sandbox.signIn('acme');
  expect(await read('/contacts/con_5')).toMatchObject({ name: 'Kept' });
});
