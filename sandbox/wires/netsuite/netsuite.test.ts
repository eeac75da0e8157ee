import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type NetsuiteAccount, netsuiteAccount } from '../../testing/netsuite-account.ts';
import { startTestSandbox, type TestSandbox } from '../../testing/sandbox.ts';

let sandbox: TestSandbox;
let account: NetsuiteAccount;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  account = netsuiteAccount(sandbox, 'acme');
});
afterEach(() => sandbox.call('DELETE', '/_admin/books/acme/faults'));
afterAll(() => sandbox.stop());

const records = '/services/rest/record/v1';
const suiteql = '/services/rest/query/v1/suiteql';
const body = { q: 'SELECT id FROM account WHERE id = 1' };
const invalidLogin = [401, 'INVALID_LOGIN'];
const codeOf = ({ status, json }: { status: number; json: { 'o:errorDetails'?: { 'o:errorCode': string }[] } }) => [
  status,
  json?.['o:errorDetails']?.[0]?.['o:errorCode'],
];

describe('a request', () => {
  test('that is not signed, or signed otherwise than it is sent, is refused without saying why', async () => {
    const bare = await sandbox.call('POST', suiteql, { body, headers: { prefer: 'transient' } });
    expect(codeOf(bare)).toEqual(invalidLogin);
    expect(bare.headers.get('www-authenticate')).toContain('token_rejected');
    const now = Math.floor(Date.now() / 1000);
    const wrong = [
      { realm: 'OTHER' },
      { realm: 'acme' },
      { consumerKey: 'stranger' },
      { tokenSecret: 'guess' },
      { algorithm: 'sha1' as const },
      { timestamp: now - 301 },
      { timestamp: now + 301 },
      { nonce: 'short' },
      { nonce: 'x'.repeat(65) },
      { headers: { authorization: 'OAuth realm="ACME", realm="ACME"' } },
      { headers: { authorization: 'Bearer token' } },
    ];
    for (const options of wrong)
      expect(codeOf(await account.call('POST', suiteql, { body, ...options }))).toEqual(invalidLogin);
    expect((await account.call('POST', suiteql, { body })).status).toBe(200);
  });

  test('that is sent again as it was is refused', async () => {
    const same = { body, nonce: 'a-nonce-of-its-own', timestamp: Math.floor(Date.now() / 1000) };
    expect((await account.call('POST', suiteql, same)).status).toBe(200);
    expect(codeOf(await account.call('POST', suiteql, same))).toEqual(invalidLogin);
    expect((await account.call('POST', suiteql, { ...same, nonce: 'another-nonce' })).status).toBe(200);
  });

  test('signs its query, and not its body', async () => {
    expect((await account.call('POST', `${suiteql}?limit=5&offset=0`, { body })).status).toBe(200);
    expect((await account.call('POST', `${suiteql}?offset=0&limit=5`, { body })).status).toBe(200);
  });

  test('beyond the five that an account may have at once is blocked, and not told when to return', async () => {
    await sandbox.setFaults('acme', [{ kind: 'slow', delayMs: 400, model: 'accounts' }]);
    const replies = await Promise.all(Array.from({ length: 7 }, () => account.call('POST', suiteql, { body })));
    const blocked = replies.filter(({ status }) => status === 429);
    expect(blocked.map(codeOf)).toEqual([
      [429, 'CONCURRENCY_LIMIT_EXCEEDED'],
      [429, 'CONCURRENCY_LIMIT_EXCEEDED'],
    ]);
    expect(blocked[0]?.headers.get('retry-after')).toBeNull();
    expect(blocked[0]?.json.title).toBe('Bad Request');
  });

  test('meets the faults of its book in this vendor’s words', async () => {
    const meets = async (fault: object) => {
      await sandbox.setFaults('acme', [{ ...fault, times: 1 }]);
      return codeOf(await account.call('POST', suiteql, { body }));
    };
    expect(await meets({ kind: 'token_expired' })).toEqual(invalidLogin);
    expect(await meets({ kind: 'credentials_refused' })).toEqual(invalidLogin);
    expect(await meets({ kind: 'rate_limited', retryAfterSeconds: 9 })).toEqual([429, 'CONCURRENCY_LIMIT_EXCEEDED']);
    expect(await meets({ kind: 'permission_denied', model: 'accounts' })).toEqual([403, 'INSUFFICIENT_PERMISSION']);
    expect(await meets({ kind: 'server_error', status: 503 })).toEqual([503, 'UNEXPECTED_ERROR']);
    expect(await meets({ kind: 'answer', status: 400, code: 'USER_ERROR' })).toEqual([400, 'USER_ERROR']);
  });
});

async function makeInvoice(): Promise<number> {
  const made = await sandbox.call('POST', '/_admin/books/acme/invoices', {
    body: { contact_id: 'con_1', currency_id: 'cur_1', lines: [{ description: 'Work', unit_price: '100' }] },
  });
  return Number(made.json.id.split('_')[1]) * 10 + 1;
}

const unpaid = async (invoice: number) =>
  (await account.query(`SELECT foreignamountunpaid FROM transaction WHERE id = ${invoice}`))[0]?.foreignamountunpaid;

describe('a customer payment', () => {
  const pay = (invoice: number, more: object = {}, headers = {}) =>
    account.call('POST', `${records}/customerPayment`, {
      headers,
      body: {
        customer: { id: '1' },
        arAcct: { id: 11 },
        tranDate: '2026-02-03',
        apply: { items: [{ doc: { id: invoice }, apply: true, amount: 40 }] },
        ...more,
      },
    });

  test('is answered by its address alone, and lowers what is due', async () => {
    const invoice = await makeInvoice();
    const made = await pay(invoice, { externalId: 'mark-1', memo: 'Thanks' });
    expect([made.status, made.text]).toEqual([204, '']);
    expect(made.headers.get('location')).toMatch(/\/services\/rest\/record\/v1\/customerpayment\/\d+$/);
    expect(await unpaid(invoice)).toBe('60');
    const read = await account.call('GET', `${records}/customerPayment/eid:mark-1`);
    expect(read.json).toMatchObject({ tranDate: '2026-02-03', payment: 40, memo: 'Thanks', customer: { id: '1' } });
  });

  test('is made once by an external id, and not at all where the books refuse it', async () => {
    const invoice = await makeInvoice();
    const amount = (value: number) => ({ apply: { items: [{ doc: { id: invoice }, apply: true, amount: value }] } });
    expect((await pay(invoice, { externalId: 'mark-2' })).status).toBe(204);
    const refused = [
      [await pay(invoice, { externalId: 'mark-2' }), 'DUP_RCRD', 'externalId'],
      [await pay(invoice, amount(60.01)), 'USER_ERROR', 'apply.items[0].amount'],
      [await pay(999_991), 'NONEXISTENT_ID', 'apply.items[0].doc'],
      [await pay(invoice, { customer: undefined }), 'USER_ERROR', 'customer'],
      [await pay(invoice, { customer: { id: 2 } }), 'USER_ERROR', 'customer'],
      [await pay(invoice, { arAcct: { id: 1 } }), 'USER_ERROR', 'arAcct'],
      [await pay(invoice, { account: { id: 1 } }), 'USER_ERROR', 'account'],
      [await pay(invoice, { tranDate: 'yesterday' }), 'INVALID_CONTENT', 'tranDate'],
      [await pay(invoice, { apply: undefined }), 'USER_ERROR', 'apply.items'],
    ] as const;
    for (const [reply, code, path] of refused) {
      expect(reply.json['o:errorDetails'][0]).toMatchObject({ 'o:errorCode': code, 'o:errorPath': path });
      expect(reply.status).toBe(400);
    }
    expect(await unpaid(invoice)).toBe('60');
  });

  test('with a property that does not exist is warned of, or refused where that is asked for', async () => {
    const invoice = await makeInvoice();
    const warned = await pay(invoice, { colour: 'red' });
    expect([warned.status, warned.headers.get('warning')]).toEqual([204, expect.stringContaining('colour')]);
    const strict = await pay(invoice, { colour: 'red' }, { 'x-netsuite-propertynamevalidation': 'Error' });
    expect(strict.json['o:errorDetails'][0]).toMatchObject({
      'o:errorCode': 'INVALID_CONTENT',
      'o:errorPath': 'colour',
    });
  });
});

describe('a customer', () => {
  const whole = {
    companyName: 'Łódź Stolarnia',
    subsidiary: { id: 1 },
    externalId: 'cust-1',
    phone: '+48 1',
    addressBook: {
      items: [{ defaultBilling: true, addressbookAddress: { addr1: 'A', city: 'Łódź', country: { id: 'PL' } } }],
    },
  };

  test('is made, found by its external id, changed in part, and its address book replaced where asked', async () => {
    const made = await account.call('POST', `${records}/customer`, { body: whole });
    expect(made.status).toBe(204);
    const id = made.headers.get('location')?.split('/').at(-1);
    const address = { addressbookAddress: { addr1: 'B', city: 'Kraków', country: { id: 'PL' } } };
    const addressBook = { items: [address] };
    await account.call('PATCH', `${records}/customer/eid:cust-1`, { body: { phone: null, addressBook } });
    const book = `SELECT a.addr1 FROM customeraddressbook b INNER JOIN customeraddressbookentityaddress a ON a.nkey = b.addressbookaddress WHERE b.entity = ${id}`;
    expect((await account.query(book)).map(({ addr1 }) => addr1)).toEqual(['A', 'B']);
    await account.call('PATCH', `${records}/customer/${id}?replace=addressBook`, { body: { addressBook } });
    expect((await account.query(book)).map(({ addr1 }) => addr1)).toEqual(['B']);
    expect(await account.query(`SELECT companyname, phone FROM customer WHERE id = ${id}`)).toEqual([
      { companyname: whole.companyName },
    ]);
  });

  test('needs a name that is free and a subsidiary, and is not a vendor', async () => {
    const make = (more: object) => account.call('POST', `${records}/customer`, { body: { ...whole, ...more } });
    expect(codeOf(await make({ companyName: undefined }))).toEqual([400, 'USER_ERROR']);
    expect(codeOf(await make({ subsidiary: undefined }))).toEqual([400, 'USER_ERROR']);
    expect(codeOf(await make({ externalId: undefined }))).toEqual([400, 'USER_ERROR']);
    expect(codeOf(await account.call('GET', `${records}/vendor/eid:cust-1`))).toEqual([404, 'NONEXISTENT_ID']);
    expect((await account.call('PATCH', `${records}/customer/9999`, { body: {} })).status).toBe(404);
    expect((await account.call('POST', `${records}/spaceship`, { body: {} })).status).toBe(404);
    expect((await account.call('DELETE', `${records}/customer/eid:cust-1`)).status).toBe(405);
  });
});
