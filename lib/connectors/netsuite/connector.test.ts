import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { FailureClass } from '../errors.ts';
import { RecordRejected } from '../errors.ts';
import { failureOf } from '../testing/conformance-platform.ts';
import type { PlatformSession, PulledPage, PullRequest } from '../types.ts';
import { createNetsuiteConnector } from './connector.ts';
import { netsuiteDefinition } from './definition.ts';
import type { NetsuiteModel } from './queries.ts';
import { credentialsOf, ownAccount, useAddress } from './testing/account.ts';

const own = ownAccount();
const connector = createNetsuiteConnector({ confirmAfterMs: 0 });
const inSmallPages = createNetsuiteConnector({ confirmAfterMs: 0, pageSize: 7 });
const credentials = credentialsOf('acme');
const models = netsuiteDefinition.models.map(({ model }) => model);

const open = (one = connector) => one.open(credentials, { entityId: 'ACME' });
const request = (more: Partial<PullRequest> = {}): PullRequest => ({
  cursor: null,
  full: false,
  syncFrom: null,
  signal: new AbortController().signal,
  ...more,
});

async function pullAll(session: PlatformSession, model: NetsuiteModel, more: Partial<PullRequest> = {}) {
  const pages: PulledPage[] = [];
  for await (const page of session.pull(model, request(more))) pages.push(page);
  return { pages, records: pages.flatMap((page) => page.records), checkpoint: pages.at(-1)?.checkpoint };
}

const ids = (model: NetsuiteModel, records: readonly unknown[]) =>
  records.map((raw) => connector.identify(model, raw) ?? '');
const admin = async (method: string, path: string, body?: object) =>
  (await own.sandbox.call(method, `/_admin/books/acme/${path}`, { body })).json;
const transactionId = (id: string) => String(Number(id.split('_')[1]) * 10 + (id.startsWith('bil') ? 2 : 1));

describe('connecting', () => {
  test('answers the account, what to seal and what may be shown', async () => {
    const typed = { ...credentials, accountId: ' acme ', tokenSecret: `${credentials.tokenSecret} `, timeZone: '' };
    expect(await connector.connect(typed)).toEqual({
      credentials,
      variables: { accountId: 'ACME', timeZone: 'America/Los_Angeles' },
      entityId: 'ACME',
      entityName: 'Acme Ltd',
    });
  });

  test('with a wrong secret is a matter of credentials, and the message holds none', async () => {
    const failure = await failureOf(connector.connect({ ...credentials, tokenSecret: 'hunter2-canary' }));
    expect(failure).toMatchObject({
      failureClass: 'credentials',
      evidence: { status: 401, platformCode: 'INVALID_LOGIN' },
    });
    expect(JSON.stringify(failure) + failure.message).not.toContain('hunter2-canary');
  });

  test.each([
    [{ accountId: 'my account' }, 'accountId'],
    [{ accountId: '' }, 'accountId'],
    [{ accountId: 'evil.example/?' }, 'accountId'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
  ])('with %j names the field that is wrong and asks nobody', async (wrong, field) => {
    const failure = await failureOf(connector.connect({ ...credentials, ...wrong }));
    expect(failure).toMatchObject({ failureClass: 'bad-request', field, evidence: {} });
  });

  test('with a role that does not see a table says so', async () => {
    await own.sandbox.setFaults('acme', [{ kind: 'answer', status: 400, code: 'INVALID_PARAMETER', model: 'bills' }]);
    const failure = await failureOf(connector.connect(credentials));
    expect(failure).toMatchObject({ failureClass: 'permission', field: 'tokenId' });
    expect(failure.message).toContain('“transaction”');
  });

  test('to an account whose host does not answer points at the account ID', async () => {
    const away = createServer();
    await new Promise<void>((resolve) => away.listen(0, '127.0.0.1', resolve));
    const { port } = away.address() as AddressInfo;
    await new Promise((resolve) => away.close(resolve));
    useAddress(`http://127.0.0.1:${port}`);
    expect(await failureOf(connector.connect(credentials))).toMatchObject({
      failureClass: 'platform-down',
      field: 'accountId',
    });
  });

  test('again with another account is refused before anything is asked', async () => {
    const failure = await failureOf(connector.open(credentials, { entityId: '1234567_SB1' }));
    expect(failure.failureClass).toBe('wrong-company');
  });
});

describe('a whole pass', () => {
  test.each(models)('of %s brings every record once, each of which maps', async (model) => {
    const { records } = await pullAll(await open(), model);
    expect(records.length).toBeGreaterThan(0);
    expect(new Set(ids(model, records)).size).toBe(records.length);
    for (const raw of records) {
      const mapped = connector.map(model, raw);
      expect(mapped.platformId).toBe(connector.identify(model, raw));
    }
  });

  test.each(models)('of %s goes on after any small page and ends with the same rows', async (model) => {
    const session = await open(inSmallPages);
    const { pages, records } = await pullAll(session, model, { full: true });
    expect(records).toEqual((await pullAll(await open(), model, { full: true })).records);
    const middle = Math.floor((pages.length - 1) / 2);
    const cursor = structuredClone(pages[middle]?.checkpoint);
    const rest = await pullAll(session, model, { full: true, cursor });
    const before = pages.slice(0, middle + 1).flatMap((one) => one.records);
    expect(middle === pages.length - 1 ? before : [...before, ...rest.records]).toEqual(records);
  });

  test('says of documents what the books say, to the last digit', async () => {
    const session = await open();
    for (const [model, native] of [
      ['INVOICE', 'invoices'],
      ['BILL', 'bills'],
    ] as const) {
      const token = await own.sandbox.signIn('acme');
      const books = new Map((await own.sandbox.walk(token, native)).map((one) => [transactionId(one.id), one]));
      for (const raw of (await pullAll(session, model)).records) {
        const { platformId, fields, children } = connector.map(model, raw);
        const held = books.get(platformId);
        if (held?.status === 'cancelled') continue;
        const sums = [
          fields.sub_total,
          fields.total_discount,
          fields.tax_amount,
          fields.total_amount,
          fields.amount_due,
        ];
        expect(sums.map(Number)).toEqual(
          [held?.subtotal, held?.discount, held?.tax, held?.total, held?.balance].map(Number),
        );
        expect(children.line_items.reduce((total, line) => total + Number(line.total_amount), 0)).toBeCloseTo(
          Number(held?.subtotal),
          2,
        );
        expect(children.line_items.every((line) => line.account_id && Number(line.quantity ?? 1) > 0)).toBe(true);
      }
    }
  });

  test('brings a customer who is a vendor too once, as both', async () => {
    const made = await admin('POST', 'contacts', { name: 'Both of them', kind: 'both' });
    const { records } = await pullAll(await open(), 'CONTACT');
    const mapped = records
      .map((raw) => connector.map('CONTACT', raw))
      .filter(({ platformId }) => platformId === made.id.slice(4));
    expect(mapped.map(({ fields }) => fields.contact_type)).toEqual(['both']);
  });

  test('keeps huge amounts, zero and three decimals, and every script', async () => {
    const name = 'Zoë 😀 株式会社 \u202bالمنار\u202c ' + "O'Neil";
    const contact = await admin('POST', 'contacts', { name });
    const amounts = { cur_1: '99999999999999.99', cur_2: '123456789012345', cur_3: '0.001' };
    const wanted = new Map<string, string>();
    for (const [currency_id, unit_price] of Object.entries(amounts)) {
      const lines = [{ description: name, unit_price }];
      const made = await admin('POST', 'invoices', { contact_id: contact.id, currency_id, lines, note: name });
      wanted.set(transactionId(made.id), unit_price);
    }
    const { records } = await pullAll(await open(), 'INVOICE');
    const mapped = records
      .map((raw) => connector.map('INVOICE', raw))
      .filter(({ platformId }) => wanted.has(platformId));
    expect(mapped).toHaveLength(3);
    for (const { platformId, fields, children } of mapped) {
      expect([fields.total_amount, fields.memo]).toEqual([wanted.get(platformId), name]);
      expect(children.line_items[0]).toMatchObject({ description: name, unit_amount: wanted.get(platformId) });
    }
  });

  test('leaves out documents and payments dated before syncFrom, and no contact', async () => {
    const session = await open();
    const syncFrom = new Date(Date.now() - 200 * 86_400_000);
    for (const model of ['INVOICE', 'BILL', 'INVOICE_PAYMENT', 'BILL_PAYMENT'] as const) {
      const [all, some] = [await pullAll(session, model), await pullAll(session, model, { syncFrom })];
      expect(some.records.length).toBeLessThan(all.records.length);
      const dates = some.records.map((raw) => (raw as { trandate: string }).trandate);
      expect(dates.every((date) => date >= syncFrom.toISOString().slice(0, 10))).toBe(true);
    }
    const contacts = (await pullAll(session, 'CONTACT')).records;
    expect((await pullAll(session, 'CONTACT', { syncFrom })).records).toHaveLength(contacts.length);
  });

  test('of an empty account still ends with a checkpoint', async () => {
    await own.sandbox.call('POST', '/_admin/books', { body: { id: 'empty', contacts: 0, invoices: 0 } });
    const session = await connector.open(credentialsOf('empty'), { entityId: 'EMPTY' });
    const { pages } = await pullAll(session, 'INVOICE');
    expect(pages).toEqual([{ records: [], checkpoint: { version: 1, from: null, mark: null, pass: null } }]);
    expect((await pullAll(session, 'INVOICE', { cursor: pages[0]?.checkpoint })).records).toEqual([]);
  });

  test('says when a record was changed as an instant, from what the account’s clocks show', async () => {
    own.sandbox.setNow(new Date('2026-07-04T03:04:05Z'));
    await admin('PATCH', 'contacts/con_2', { name: 'Changed in summer' });
    own.sandbox.setNow(new Date());
    const { records } = await pullAll(await open(), 'CONTACT');
    const raw = records.find((one) => connector.identify('CONTACT', one) === '2');
    expect(raw).toMatchObject({ lastmodifieddate: '2026-07-03 20:04:05' });
    expect(connector.map('CONTACT', raw).fields.updated_at).toBe('2026-07-04T03:04:05.000Z');
  });
});

describe('the next pass', () => {
  test('brings what changed since, and little else', async () => {
    const session = await open();
    const { checkpoint } = await pullAll(session, 'CONTACT');
    await admin('PATCH', 'contacts/con_4', { name: 'Renamed' });
    const made = await admin('POST', 'contacts', { name: 'New' });
    const changed = ids('CONTACT', (await pullAll(session, 'CONTACT', { cursor: checkpoint })).records);
    expect(changed).toEqual(expect.arrayContaining(['4', made.id.slice(4)]));
    expect(changed.length).toBeLessThan(15);
  });

  test('reads the last two hours of the clock face again, in which autumn hides one', async () => {
    const session = await open();
    await admin('PATCH', 'contacts/con_5', { name: 'Latest of all' });
    const { checkpoint } = await pullAll(session, 'CONTACT');
    own.sandbox.setNow(new Date(Date.now() - 110 * 60_000));
    await admin('PATCH', 'contacts/con_6', { name: 'Stamped earlier' });
    own.sandbox.setNow(new Date());
    const next = await pullAll(session, 'CONTACT', { cursor: checkpoint });
    expect(ids('CONTACT', next.records)).toContain('6');
  });

  test('brings many records of one stamp, over several pages', async () => {
    const { checkpoint } = await pullAll(await open(inSmallPages), 'ITEM');
    own.sandbox.setNow(new Date());
    const codes = Array.from({ length: 20 }, (_, index) => `TIE-${index}`);
    for (const code of codes) await admin('POST', 'items', { code, name: code });
    const next = await pullAll(await open(inSmallPages), 'ITEM', { cursor: checkpoint });
    const seen = next.records.map((raw) => connector.map('ITEM', raw).fields.code);
    expect(seen).toEqual(expect.arrayContaining(codes));
    expect(next.pages.length).toBeGreaterThan(2);
  });

  test('does not lose what changes behind a pass while it reads', async () => {
    const session = await open(inSmallPages);
    const first = session.pull('CONTACT', request());
    const checkpoints: unknown[] = [];
    for await (const page of first) {
      if (checkpoints.length === 1) await admin('PATCH', 'contacts/con_1', { name: 'Changed behind' });
      checkpoints.push(page.checkpoint);
    }
    const next = await pullAll(session, 'CONTACT', { cursor: checkpoints.at(-1) });
    const names = next.records.map((raw) => connector.map('CONTACT', raw).fields.name);
    expect(names).toContain('Changed behind');
  });

  test('brings an invoice again when it is paid', async () => {
    const session = await open();
    const made = await admin('POST', 'invoices', {
      contact_id: 'con_1',
      lines: [{ description: 'A', unit_price: '9' }],
    });
    const { checkpoint } = await pullAll(session, 'INVOICE');
    await admin('POST', 'payments', { invoice_id: made.id, amount: '4' });
    const next = await pullAll(session, 'INVOICE', { cursor: checkpoint });
    const again = next.records.map((raw) => connector.map('INVOICE', raw));
    expect(again.find(({ platformId }) => platformId === transactionId(made.id))?.fields).toMatchObject({
      status: 'partially_paid',
      amount_due: '5',
    });
  });

  test('is not misled by a record stamped in the future', async () => {
    const session = await open();
    own.sandbox.setNow(new Date(Date.now() + 86_400_000));
    await admin('PATCH', 'items/itm_1', { name: 'From tomorrow' });
    own.sandbox.setNow(new Date());
    const { checkpoint } = await pullAll(session, 'ITEM');
    await admin('PATCH', 'items/itm_2', { name: 'From today' });
    expect(ids('ITEM', (await pullAll(session, 'ITEM', { cursor: checkpoint })).records)).toContain('2');
  });

  test('reads everything where an earlier date is wanted, or a full one', async () => {
    const session = await open();
    const syncFrom = new Date(Date.now() - 100 * 86_400_000);
    const { checkpoint } = await pullAll(session, 'INVOICE', { syncFrom });
    const all = await pullAll(session, 'INVOICE', { cursor: checkpoint });
    expect(all.records).toEqual((await pullAll(session, 'INVOICE', { full: true, cursor: all.checkpoint })).records);
  });
});

describe('a failure', () => {
  const classes: [object, FailureClass, object][] = [
    [{ kind: 'credentials_refused' }, 'credentials', { status: 401, platformCode: 'INVALID_LOGIN' }],
    [{ kind: 'permission_denied' }, 'permission', { status: 403, platformCode: 'INSUFFICIENT_PERMISSION' }],
    [
      { kind: 'rate_limited', retryAfterSeconds: 3 },
      'rate-limit',
      { status: 429, platformCode: 'CONCURRENCY_LIMIT_EXCEEDED' },
    ],
    [{ kind: 'server_error', status: 503 }, 'platform-down', { status: 503 }],
    [{ kind: 'broken_json' }, 'platform-down', { status: 200 }],
    [{ kind: 'hang_up' }, 'platform-down', {}],
    [{ kind: 'answer', status: 400, code: 'INVALID_PARAMETER' }, 'bad-request', { platformCode: 'INVALID_PARAMETER' }],
    [{ kind: 'answer', status: 404, code: 'NOT_FOUND' }, 'bad-request', { status: 404 }],
    [{ kind: 'answer', status: 302, code: 'MOVED' }, 'unknown', { status: 302 }],
  ];
  test.each(classes)('by %j is %s', async (fault, failureClass, evidence) => {
    const session = await open();
    await own.sandbox.setFaults('acme', [fault]);
    const failure = await failureOf(pullAll(session, 'ACCOUNT'));
    expect(failure).toMatchObject({ failureClass, evidence, mayBeDone: false });
    expect(failure.evidence).toMatchObject({ method: 'POST', path: expect.stringContaining('suiteql') });
    expect(failure.retryAfterSeconds).toBe(failureClass === 'rate-limit' ? 30 : undefined);
  });

  test('of the sign-in that does not come twice is none', async () => {
    const session = await open();
    await own.sandbox.setFaults('acme', [{ kind: 'token_expired', times: 1 }]);
    expect((await pullAll(session, 'ACCOUNT')).records.length).toBeGreaterThan(0);
    await own.sandbox.setFaults('acme', [{ kind: 'token_expired', times: 2 }]);
    expect((await failureOf(pullAll(session, 'ACCOUNT'))).failureClass).toBe('credentials');
  });

  test('of the sign-in that took long is overload, which is waited for', async () => {
    const hurried = createNetsuiteConnector({ confirmAfterMs: 0, overloadAfterMs: 20 });
    const session = await open(hurried);
    await own.sandbox.setFaults('acme', [{ kind: 'slow', delayMs: 60 }, { kind: 'token_expired' }]);
    const failure = await failureOf(pullAll(session, 'ACCOUNT'));
    expect(failure).toMatchObject({ failureClass: 'rate-limit', retryAfterSeconds: 30, evidence: { status: 401 } });
  });

  test('in one record keeps that one aside alone', async () => {
    const session = await open();
    await own.sandbox.setFaults('acme', [{ kind: 'bad_record', model: 'accounts', times: 1 }]);
    const { records } = await pullAll(session, 'ACCOUNT');
    const outcomes = records.map((raw) => {
      try {
        return connector.map('ACCOUNT', raw) && null;
      } catch (error) {
        return error;
      }
    });
    const rejected = outcomes.filter((one) => one !== null);
    expect(rejected).toEqual([expect.any(RecordRejected)]);
    expect(connector.identify('ACCOUNT', records[outcomes.findIndex((one) => one !== null)])).toMatch(/^\d+$/);
  });

  test('ends a pull that is given up with its reason', async () => {
    const controller = new AbortController();
    const session = await open();
    await own.sandbox.setFaults('acme', [{ kind: 'slow', delayMs: 60_000 }]);
    const pulling = pullAll(session, 'ACCOUNT', { signal: controller.signal });
    controller.abort(new Error('cancelled'));
    await expect(pulling).rejects.toThrow('cancelled');
  });
});
