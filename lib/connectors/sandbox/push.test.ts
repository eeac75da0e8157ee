import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../../sandbox/testing/sandbox.ts';
import type { ContactFields, InvoicePaymentFields } from '../../domain/writes/write-fields.ts';
import { resetEnv } from '../../env.ts';
import { ConnectorError } from '../errors.ts';
import type { PlatformWriter, WriteRequest } from '../types.ts';
import { sandboxConnector } from './connector.ts';

let sandbox: TestSandbox;
let token: string;
let writer: PlatformWriter;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  useAddress(sandbox.url);
  token = await sandbox.signIn('acme');
  writer = await openWriter();
});
afterEach(async () => {
  useAddress(sandbox.url);
  await sandbox.call('DELETE', '/_admin/books/acme/faults');
});
afterAll(async () => {
  delete process.env.SANDBOX_URL;
  resetEnv();
  await sandbox.stop();
});

function useAddress(url: string): void {
  process.env.SANDBOX_URL = url;
  resetEnv();
}

async function openWriter(): Promise<PlatformWriter> {
  const session = await sandboxConnector.open({ companyKey: 'acme', secret: 'acme-secret' }, { entityId: 'acme' });
  if (!session.writer) throw new Error('The sandbox can be written to');
  return session.writer;
}

const signal = new AbortController().signal;
let markers = 0;
const newMarker = () => `w${String(++markers).padStart(25, '0')}`;

const contact = (fields: ContactFields, platformId: string | null = null): WriteRequest<'CONTACT'> => ({
  model: 'CONTACT',
  operation: platformId === null ? 'create' : 'update',
  platformId,
  fields,
  rawData: {},
  marker: newMarker(),
});
const payment = (fields: Partial<InvoicePaymentFields>): WriteRequest<'INVOICE_PAYMENT'> => ({
  model: 'INVOICE_PAYMENT',
  operation: 'create',
  platformId: null,
  fields: { amount: '10', payment_date: '2026-03-04T12:00:00.000Z', ...fields },
  rawData: {},
  marker: newMarker(),
});

/** A new invoice over 100.00 in pounds. */
async function makeInvoice(more: object = {}): Promise<string> {
  const body = {
    contact_id: 'con_1',
    currency_id: 'cur_1',
    lines: [{ description: 'Work', unit_price: '100' }],
    ...more,
  };
  return (await sandbox.call('POST', '/_admin/books/acme/invoices', { body })).json.id;
}

async function mapped<M extends 'CONTACT' | 'INVOICE' | 'INVOICE_PAYMENT'>(model: M, id: string) {
  const [raw] = await writer.read(model, [id], signal);
  return sandboxConnector.map(model, raw);
}

const paymentsOf = async (invoiceId: string) =>
  (await sandbox.walk(token, 'payments')).filter((one) => one.invoice_id === invoiceId).length;

async function failureOf(promise: Promise<unknown>): Promise<ConnectorError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ConnectorError) return error;
  throw new Error(`Not a ConnectorError: ${error}`);
}

describe('a payment', () => {
  test('is read back with every field as it was given, its marker in none, and its invoice is named', async () => {
    const invoiceId = await makeInvoice();
    const request = payment({
      invoice_id: invoiceId,
      contact_id: 'con_1',
      account_id: 'acc_15',
      amount: '25.50',
      document_number: 'R-77',
      memo: 'Thanks',
      payment_mode: 'card',
      currency_id: 'GBP',
      currency_rate: '1.25',
    });
    const result = await writer.push(request, signal);
    expect(result.related).toEqual([{ model: 'INVOICE', platformId: invoiceId }]);
    const record = await mapped('INVOICE_PAYMENT', result.platformId);
    expect(record.fields).toMatchObject({
      ...request.fields,
      currency_id: 'cur_1',
      payment_date: '2026-03-04T00:00:00.000Z',
    });
    expect(JSON.stringify(record)).not.toContain(request.marker);
    expect((await mapped('INVOICE', invoiceId)).fields).toMatchObject({
      amount_due: '74.50',
      status: 'partially_paid',
    });
  });

  test('is planned as it would be sent, and nothing is written', async () => {
    const invoiceId = await makeInvoice();
    const request = { ...payment({ invoice_id: invoiceId, memo: 'x' }), rawData: { method: 'cash' } };
    expect(await writer.plan(request, signal)).toEqual([
      {
        method: 'POST',
        path: '/v1/payments',
        body: {
          method: 'cash',
          external_id: request.marker,
          invoice_id: invoiceId,
          amount: '10',
          paid_on: '2026-03-04',
          note: 'x',
        },
      },
    ]);
    expect(await paymentsOf(invoiceId)).toBe(0);
  });

  test('sent again with its marker is the same payment, at once or later', async () => {
    const invoiceId = await makeInvoice();
    const request = payment({ invoice_id: invoiceId });
    const results = await Promise.all([writer.push(request, signal), writer.push(request, signal)]);
    results.push(await writer.push(request, signal));
    expect(new Set(results.map((result) => result.platformId)).size).toBe(1);
    expect(await paymentsOf(invoiceId)).toBe(1);
  });

  test('four times at once on one invoice books what is due, and the others are told so', async () => {
    const invoiceId = await makeInvoice();
    const settled = await Promise.allSettled(
      [1, 2, 3, 4].map(() => writer.push(payment({ invoice_id: invoiceId, amount: '50' }), signal)),
    );
    const failures = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(failures).toEqual([closed, closed]);
    expect((await mapped('INVOICE', invoiceId)).fields).toMatchObject({ amount_due: '0.00', status: 'paid' });
  });

  const closed = expect.objectContaining({
    failureClass: 'record-refused',
    platformErrorCode: 'operation-denied',
    field: 'invoice_id',
    mayBeDone: false,
  });

  test.each([
    [{ amount: '100.01' }, 'invalid-params', 'amount'],
    [{ amount: '1.234' }, 'invalid-params', 'amount'],
    [{ invoice_id: 'inv_99999' }, 'invalid-params', 'invoice_id'],
    [{ invoice_id: undefined }, 'missing-params', 'invoice_id'],
    [{ currency_id: 'KWD' }, 'invalid-params', 'currency_id'],
    [{ currency_id: 'CHF' }, 'invalid-params', 'currency_id'],
    [{ contact_id: 'con_2' }, 'invalid-params', 'contact_id'],
    [{ account_id: 'acc_1' }, 'operation-denied', 'account_id'],
    [{ payment_mode: 'barter' }, 'invalid-params', 'payment_mode'],
    [{ currency_rate: 'much' }, 'invalid-params', 'currency_rate'],
  ])('with %j is refused in the caller’s words, and certainly not done', async (wrong, code, field) => {
    const invoiceId = await makeInvoice();
    const failure = await failureOf(writer.push(payment({ invoice_id: invoiceId, ...wrong }), signal));
    expect(failure).toMatchObject({
      failureClass: 'record-refused',
      platformErrorCode: code,
      field,
      mayBeDone: false,
    });
    expect(await paymentsOf(invoiceId)).toBe(0);
  });

  test('with raw data that the platform does not know is refused by that name', async () => {
    const request = { ...payment({ invoice_id: await makeInvoice() }), rawData: { colour: 'red' } };
    expect(await failureOf(writer.push(request, signal))).toMatchObject({ field: 'raw_data.colour' });
    const ours = { ...request, rawData: { external_id: 'mine' } };
    expect(await failureOf(writer.push(ours, signal))).toMatchObject({ field: 'raw_data.external_id' });
  });
});

describe('a contact', () => {
  const whole: ContactFields = {
    name: 'Łódź Stolarnia',
    contact_name: 'Ewa Nowak',
    contact_type: 'vendor',
    currency_id: 'JPY',
    tax_number: 'PL1',
    registration_number: '99',
    status: 'suspended',
    email: 'biuro@lodz.example',
    website: 'https://lodz.example',
    telephone: '+48 1',
    mobile: '+48 2',
    fax: '+48 3',
    addresses: [{ type: 'SHIPPING', street: 'Piotrkowska 1', city: 'Łódź', country: 'PL', pincode: '90-001' }],
  };

  test('is read back with every field as it was given, its marker in none', async () => {
    const request = contact(whole);
    const { platformId, related } = await writer.push(request, signal);
    const record = await mapped('CONTACT', platformId);
    const { name, contact_name, contact_type, tax_number, registration_number, status } = whole;
    expect(record.fields).toMatchObject({
      ...{ name, contact_name, contact_type, tax_number, registration_number, status },
      currency_id: 'cur_2',
    });
    expect(record.children.external_links.map((one) => one.link)).toEqual([whole.email, whole.website]);
    expect(record.children.phone_numbers.map((one) => [one.type, one.number])).toEqual([
      ['TELEPHONE', '+48 1'],
      ['MOBILE', '+48 2'],
      ['FAX', '+48 3'],
    ]);
    expect(record.children.addresses).toMatchObject(whole.addresses as object[]);
    expect(related).toEqual([]);
    expect(JSON.stringify(record)).not.toContain(request.marker);
  });

  test('that changes keeps what is not named: other fields, and other entries of its lists', async () => {
    const { platformId } = await writer.push(contact(whole), signal);
    const emails = ['first@lodz.example', 'second@lodz.example'];
    await sandbox.call('PATCH', `/_admin/books/acme/contacts/${platformId}`, { body: { emails } });
    const changes = { contact_name: null, email: 'new@lodz.example', mobile: '+48 22', fax: null };
    await writer.push(contact(changes, platformId), signal);
    const { fields, children } = await mapped('CONTACT', platformId);
    expect(fields).toMatchObject({ name: whole.name, contact_name: null, tax_number: 'PL1' });
    expect(children.external_links.map((one) => one.link)).toEqual([
      'new@lodz.example',
      'second@lodz.example',
      whole.website,
    ]);
    expect(children.phone_numbers.map((one) => one.number)).toEqual(['+48 1', '+48 22']);
    expect(children.addresses).toHaveLength(1);
  });

  test('keeps what somebody else changes at the same moment', async () => {
    const { platformId } = await writer.push(contact(whole), signal);
    await Promise.all([
      writer.push(contact({ telephone: '+48 10' }, platformId), signal),
      writer.push(contact({ mobile: '+48 20' }, platformId), signal),
      writer.push(contact({ fax: '+48 30' }, platformId), signal),
    ]);
    const { children } = await mapped('CONTACT', platformId);
    expect(children.phone_numbers.map((one) => one.number)).toEqual(['+48 10', '+48 20', '+48 30']);
  });

  test('list that is given replaces the old one', async () => {
    const { platformId } = await writer.push(contact(whole), signal);
    await writer.push(contact({ addresses: [], website: null, email: null }, platformId), signal);
    expect((await mapped('CONTACT', platformId)).children).toMatchObject({ addresses: [], external_links: [] });
  });

  test.each([
    [{ contact_type: 'unknown' as const }, 'invalid-params', 'contact_type'],
    [{ status: 'unknown' as const }, 'invalid-params', 'status'],
    [{ currency_id: null }, 'invalid-params', 'currency_id'],
    [{ currency_id: 'CHF' }, 'invalid-params', 'currency_id'],
    [{ addresses: [{ street: 'A', country: 'PL' }] }, 'missing-params', 'addresses.0.city'],
    [{ addresses: [{ street: 'A', city: 'B', country: 'Poland' }] }, 'invalid-params', 'addresses.0.country'],
    [{ mobile: '' }, 'invalid-params', 'mobile'],
    [{ email: '' }, 'invalid-params', 'email'],
    [{ name: '' }, 'invalid-params', 'name'],
  ])('with %j is refused in the caller’s words', async (wrong, code, field) => {
    expect(await failureOf(writer.push(contact({ name: 'A', ...wrong }), signal))).toMatchObject({
      failureClass: 'record-refused',
      platformErrorCode: code,
      field: expect.stringContaining(field),
      mayBeDone: false,
    });
  });

  test('that is not there is not changed', async () => {
    const changes = [contact({ name: 'A' }, 'con_999'), contact({ mobile: '1' }, 'con_999'), contact({}, 'nothing')];
    for (const request of changes) {
      expect(await failureOf(writer.push(request, signal))).toMatchObject({
        failureClass: 'record-refused',
        platformErrorCode: 'invalid-params',
      });
    }
  });
});

describe('whether a failed write may be done', () => {
  const faults = (...list: unknown[]) => sandbox.setFaults('acme', list);

  /** Pushes under a fault, gives up once it has struck, and says what is known then and what the platform says. */
  async function pushUnder(fault: object, giveUp: boolean) {
    const invoiceId = await makeInvoice();
    const request = payment({ invoice_id: invoiceId });
    const controller = new AbortController();
    await faults({ ...fault, times: 1 });
    const failing = failureOf(writer.push(request, controller.signal));
    if (giveUp) {
      await expect.poll(async () => (await sandbox.call('GET', '/_admin/books/acme/faults')).json.faults).toEqual([]);
      controller.abort();
    }
    const { failureClass, mayBeDone } = await failing;
    return { failureClass, mayBeDone, found: (await writer.find(request, signal)).state, invoiceId, request };
  }

  test.each([
    [{ kind: 'no_answer', done: true }, true, 'confirmed'],
    [{ kind: 'no_answer', done: false }, true, 'absent'],
    [{ kind: 'done_late', delayMs: 60_000 }, true, 'absent'],
    [{ kind: 'done_but_error', status: 502 }, false, 'confirmed'],
    [{ kind: 'server_error', status: 503, on: 'write' }, false, 'absent'],
    [{ kind: 'hang_up', on: 'write' }, false, 'confirmed'],
    [{ kind: 'broken_json', on: 'write' }, false, 'confirmed'],
  ])('after %j nobody knows, and the platform does', async (fault, giveUp, state) => {
    const { failureClass, mayBeDone, found, invoiceId, request } = await pushUnder(fault, giveUp);
    expect([failureClass, mayBeDone, found]).toEqual(['platform-down', true, state]);
    await writer.push(request, signal);
    expect(await paymentsOf(invoiceId)).toBe(1);
  });

  test('a payment that is booked late, after it was sent again, is booked once', async () => {
    const { found, invoiceId, request } = await pushUnder({ kind: 'done_late', delayMs: 150 }, true);
    const { platformId } = await writer.push(request, signal);
    await expect.poll(() => booked(request.marker)).toEqual([platformId]);
    expect([found, await paymentsOf(invoiceId)]).toEqual(['absent', 1]);
  });

  const booked = async (marker: string) =>
    (await sandbox.call('GET', `/v1/payments?external_id=${marker}`, { token })).json.data.map(
      (one: { id: string }) => one.id,
    );

  test.each([
    [{ kind: 'rate_limited', retryAfterSeconds: 42, on: 'write' }, 'rate-limit'],
    [{ kind: 'permission_denied', on: 'write' }, 'permission'],
    [{ kind: 'answer', status: 422, code: 'period_closed', on: 'write' }, 'record-refused'],
    [{ kind: 'answer', status: 400, code: 'invalid_request', on: 'write' }, 'bad-request'],
  ])('after %j it is certainly not', async (fault, failureClass) => {
    const outcome = await pushUnder(fault, false);
    expect(outcome).toMatchObject({ failureClass, mayBeDone: false, found: 'absent' });
  });

  test('it is not where the platform can’t be reached, or fails before anything is sent', async () => {
    const request = payment({ invoice_id: await makeInvoice(), currency_id: 'GBP' });
    await faults({ kind: 'server_error', model: 'currencies' });
    expect(await failureOf(writer.push(request, signal))).toMatchObject({
      failureClass: 'platform-down',
      mayBeDone: false,
    });
    const away = createServer();
    await new Promise<void>((resolve) => away.listen(0, '127.0.0.1', resolve));
    const { port } = away.address() as AddressInfo;
    await new Promise((resolve) => away.close(resolve));
    useAddress(`http://127.0.0.1:${port}`);
    const unreachable = await failureOf(writer.push(payment({ invoice_id: 'inv_1' }), signal));
    expect(unreachable).toMatchObject({ failureClass: 'platform-down', mayBeDone: false });
  });

  test('it is not where it was given up before it was sent', async () => {
    const invoiceId = await makeInvoice();
    for (const fields of [{ currency_id: 'GBP' }, {}]) {
      const request = payment({ invoice_id: invoiceId, ...fields });
      expect(await failureOf(writer.push(request, AbortSignal.abort()))).toMatchObject({ mayBeDone: false });
    }
    expect(await paymentsOf(invoiceId)).toBe(0);
  });

  test('a change that nobody answered for is found by what the contact looks like', async () => {
    for (const [fault, state] of [
      [{ kind: 'done_but_error', model: 'contacts', times: 1 }, 'confirmed'],
      [{ kind: 'server_error', on: 'write', times: 1 }, 'absent'],
    ] as const) {
      const request = contact({ name: `Changed, ${state}`, mobile: `+1 ${state.length}` }, 'con_5');
      await faults(fault);
      expect(await failureOf(writer.push(request, signal))).toMatchObject({ mayBeDone: true });
      expect(await writer.find(request, signal)).toMatchObject({ state });
    }
  });

  test('a token that runs out on the way is renewed and the record is written once', async () => {
    const invoiceId = await makeInvoice();
    await faults({ kind: 'token_expired', on: 'write', times: 1 });
    await writer.push(payment({ invoice_id: invoiceId }), signal);
    token = await sandbox.signIn('acme');
    expect(await paymentsOf(invoiceId)).toBe(1);
  });

  test('a platform that can’t be asked is no “absent”', async () => {
    await faults({ kind: 'server_error', on: 'read', times: 1 });
    expect((await failureOf(writer.find(payment({ invoice_id: 'inv_1' }), signal))).failureClass).toBe('platform-down');
  });
});

test('records are read by their ids, raw, and those that are not there are left out', async () => {
  const ids = ['con_2', 'con_999', 'nothing', 'con_1,con_3', 'con_4'];
  const raws = await writer.read('CONTACT', ids, signal);
  expect(raws.map((raw) => sandboxConnector.identify('CONTACT', raw))).toEqual(['con_2', 'con_4']);
  expect(await writer.read('CONTACT', [], signal)).toEqual([]);
});
