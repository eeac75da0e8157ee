import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ContactFields, InvoicePaymentFields } from '../../../domain/writes/write-fields.ts';
import { failureOf } from '../../testing/conformance-platform.ts';
import type { PlatformWriter, WriteRequest } from '../../types.ts';
import { createNetsuiteConnector } from '../connector.ts';
import { credentialsOf, ownAccount, useAddress } from '../testing/account.ts';

const own = ownAccount();
const connector = createNetsuiteConnector({ confirmAfterMs: 0 });
let writer: PlatformWriter;
beforeAll(async () => {
  writer = await openWriter();
});

async function openWriter(): Promise<PlatformWriter> {
  const session = await connector.open(credentialsOf('acme'), { entityId: 'ACME' });
  if (!session.writer) throw new Error('NetSuite can be written to');
  return session.writer;
}

const signal = new AbortController().signal;
/** The account of the books that is one of receivables, and one that is not. */
const receivables = '11';
const fixedAssets = '1';
let markers = 0;
const newMarker = () => `n${String(++markers).padStart(25, '0')}`;

const contact = (fields: ContactFields, platformId: string | null = null): WriteRequest<'CONTACT'> => ({
  model: 'CONTACT',
  operation: platformId === null ? 'create' : 'update',
  platformId,
  fields,
  rawData: {},
  marker: newMarker(),
});
const payment = (
  fields: Partial<InvoicePaymentFields>,
  rawData: Record<string, unknown> = {},
): WriteRequest<'INVOICE_PAYMENT'> => ({
  model: 'INVOICE_PAYMENT',
  operation: 'create',
  platformId: null,
  fields: { amount: '10', payment_date: '2026-03-04T12:00:00.000Z', ...fields },
  rawData: { arr_account_id: receivables, ...rawData },
  marker: newMarker(),
});

/** A new invoice over 100.00 in pounds, by its internal id. */
async function makeInvoice(more: object = {}): Promise<string> {
  const body = {
    contact_id: 'con_1',
    currency_id: 'cur_1',
    lines: [{ description: 'Work', unit_price: '100' }],
    ...more,
  };
  const made = await own.sandbox.call('POST', '/_admin/books/acme/invoices', { body });
  return String(Number(made.json.id.split('_')[1]) * 10 + 1);
}

async function mapped<M extends 'CONTACT' | 'INVOICE' | 'INVOICE_PAYMENT'>(model: M, id: string) {
  const [raw] = await writer.read(model, [id], signal);
  return connector.map(model, raw);
}

const paymentsOf = async (invoiceId: string) =>
  (await own.account.query(`SELECT nextdoc FROM previoustransactionlinelink WHERE previousdoc = ${invoiceId}`)).length;

describe('a payment', () => {
  test('is read back with every field as it was given, its marker in none, and its invoice is named', async () => {
    const invoiceId = await makeInvoice();
    const request = payment({
      invoice_id: invoiceId,
      contact_id: '1',
      account_id: '15',
      amount: '25.50',
      document_number: 'R-77',
      memo: 'Thanks, O’Neil',
      currency_id: 'GBP',
      currency_rate: '1.25',
    });
    const result = await writer.push(request, signal);
    expect(result).toEqual({
      platformId: expect.stringMatching(`^\\d+:${invoiceId}$`),
      related: [{ model: 'INVOICE', platformId: invoiceId }],
    });
    const record = await mapped('INVOICE_PAYMENT', result.platformId);
    expect(record.platformUniqueId).toBe(result.platformId.split(':')[0]);
    expect(record.fields).toMatchObject({
      ...request.fields,
      amount: '25.5',
      currency_id: '1',
      payment_date: '2026-03-04T00:00:00.000Z',
    });
    expect(JSON.stringify(record)).not.toContain(request.marker);
    expect((await mapped('INVOICE', invoiceId)).fields).toMatchObject({ amount_due: '74.5', status: 'partially_paid' });
  });

  test('is planned as it would be sent, and nothing is written', async () => {
    const invoiceId = await makeInvoice();
    const request = payment({ invoice_id: invoiceId, memo: 'x' }, { checkNumber: '9' });
    expect(await writer.plan(request, signal)).toEqual([
      {
        method: 'POST',
        path: '/services/rest/record/v1/customerPayment',
        body: {
          checkNumber: '9',
          externalId: request.marker,
          customer: { id: '1' },
          currency: { id: '1' },
          undepFunds: true,
          arAcct: { id: receivables },
          tranDate: '2026-03-04',
          memo: 'x',
          autoApply: false,
          apply: { items: [{ doc: { id: invoiceId }, apply: true, amount: 10 }] },
        },
      },
    ]);
    expect(await paymentsOf(invoiceId)).toBe(0);
  });

  test('keeps every digit of its amount', async () => {
    const invoiceId = await makeInvoice({ lines: [{ description: 'Huge', unit_price: '90071992547409.91' }] });
    const { platformId } = await writer.push(payment({ invoice_id: invoiceId, amount: '90071992547409.91' }), signal);
    expect((await mapped('INVOICE_PAYMENT', platformId)).fields.amount).toBe('90071992547409.91');
    expect((await mapped('INVOICE', invoiceId)).fields).toMatchObject({ amount_due: '0', status: 'paid' });
  });

  test('sent again with its marker is the same payment, at once or later', async () => {
    const invoiceId = await makeInvoice();
    const request = payment({ invoice_id: invoiceId });
    const results = await Promise.all([writer.push(request, signal), writer.push(request, signal)]);
    results.push(await writer.push(request, signal));
    expect(new Set(results.map((result) => result.platformId)).size).toBe(1);
    expect(await paymentsOf(invoiceId)).toBe(1);
  });

  test('of two at once that are more than is due together one is refused', async () => {
    const invoiceId = await makeInvoice();
    const settled = await Promise.allSettled(
      [1, 2].map(() => writer.push(payment({ invoice_id: invoiceId, amount: '60' }), signal)),
    );
    const failures = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(failures).toEqual([
      expect.objectContaining({ failureClass: 'record-refused', field: 'amount', mayBeDone: false }),
    ]);
    expect((await mapped('INVOICE', invoiceId)).fields.amount_due).toBe('40');
  });

  const cases: [Partial<InvoicePaymentFields>, Record<string, unknown>, string][] = [
    [{ amount: '100.01' }, {}, 'amount'],
    [{ amount: '1.234' }, {}, 'amount'],
    [{ invoice_id: '999991' }, {}, 'invoice_id'],
    [{ invoice_id: '1 OR 1 = 1' }, {}, 'invoice_id'],
    [{ invoice_id: undefined }, {}, 'invoice_id'],
    [{ currency_id: '3' }, {}, 'currency_id'],
    [{ currency_id: "CHF' OR 1 = 1" }, {}, 'currency_id'],
    [{ contact_id: '2' }, {}, 'contact_id'],
    [{ contact_id: 'con_1' }, {}, 'contact_id'],
    [{ account_id: fixedAssets }, {}, 'account_id'],
    [{ document_number: 'x'.repeat(60) }, {}, 'document_number'],
    [{}, { arr_account_id: fixedAssets }, 'raw_data.arr_account_id'],
    [{}, { arr_account_id: 'receivables' }, 'raw_data.arr_account_id'],
    [{}, { colour: 'red' }, 'raw_data.colour'],
    [{}, { externalId: 'mine' }, 'raw_data.externalId'],
    [{}, { apply: {} }, 'raw_data.apply'],
  ];
  test.each(cases)(
    'with %j and %j is refused in the caller’s words, and certainly not done',
    async (wrong, raw, field) => {
      const invoiceId = await makeInvoice();
      const failure = await failureOf(writer.push(payment({ invoice_id: invoiceId, ...wrong }, raw), signal));
      expect(failure).toMatchObject({ failureClass: 'record-refused', field, mayBeDone: false });
      expect(await paymentsOf(invoiceId)).toBe(0);
    },
  );
});

describe('a contact', () => {
  const whole: ContactFields = {
    name: 'Łódź Stolarnia',
    contact_type: 'vendor',
    currency_id: 'JPY',
    tax_number: 'PL1',
    status: 'inactive',
    email: 'biuro@lodz.example',
    website: 'https://lodz.example',
    telephone: '+48 1',
    mobile: '+48 2',
    fax: '+48 3',
    addresses: [
      {
        type: 'SHIPPING',
        street: 'Piotrkowska 1',
        locality: 'Śródmieście',
        city: 'Łódź',
        country: 'PL',
        pincode: '90-001',
      },
    ],
  };
  let made = 0;
  const make = async (fields: ContactFields = {}) =>
    (await writer.push(contact({ ...whole, name: `Stolarnia ${++made}`, ...fields }), signal)).platformId;

  test('is read back with every field as it was given, its marker in none', async () => {
    const request = contact(whole);
    const { platformId, related } = await writer.push(request, signal);
    const record = await mapped('CONTACT', platformId);
    const { name, contact_type, tax_number, status } = whole;
    expect(record.fields).toMatchObject({ name, contact_type, tax_number, status, currency_id: '2' });
    expect(record.children.external_links.map((one) => one.link)).toEqual([whole.email, whole.website]);
    expect(record.children.phone_numbers.map((one) => [one.type, one.number])).toEqual([
      ['TELEPHONE', '+48 1'],
      ['MOBILE', '+48 2'],
      ['FAX', '+48 3'],
    ]);
    expect(record.children.addresses).toMatchObject(whole.addresses as object[]);
    expect(related).toEqual([]);
    expect(JSON.stringify(record)).not.toContain(request.marker);
    expect((await writer.push(request, signal)).platformId).toBe(platformId);
  });

  test('without a type is a customer, and stays what it is', async () => {
    const id = await make({ contact_type: undefined });
    expect((await mapped('CONTACT', id)).fields.contact_type).toBe('customer');
    expect(await failureOf(writer.push(contact({ contact_type: 'vendor' }, id), signal))).toMatchObject({
      failureClass: 'record-refused',
      field: 'contact_type',
    });
  });

  test('that changes keeps what is not named, clears what is null, and replaces its addresses', async () => {
    const id = await make();
    await writer.push(
      contact({ email: 'new@lodz.example', mobile: '+48 22', fax: null, status: 'active' }, id),
      signal,
    );
    const changed = await mapped('CONTACT', id);
    expect(changed.fields).toMatchObject({ tax_number: 'PL1', status: 'active' });
    expect(changed.children.external_links.map((one) => one.link)).toEqual(['new@lodz.example', whole.website]);
    expect(changed.children.phone_numbers.map((one) => one.number)).toEqual(['+48 1', '+48 22']);
    expect(changed.children.addresses).toHaveLength(1);
    await writer.push(contact({ addresses: [{ street: 'Floriańska 2', city: 'Kraków', country: 'pl' }] }, id), signal);
    expect((await mapped('CONTACT', id)).children.addresses).toMatchObject([{ street: 'Floriańska 2', country: 'PL' }]);
    await writer.push(contact({ addresses: [] }, id), signal);
    expect((await mapped('CONTACT', id)).children.addresses).toEqual([]);
  });

  test.each([
    [{ contact_type: 'both' as const }, 'contact_type'],
    [{ status: 'archived' as const }, 'status'],
    [{ currency_id: null }, 'currency_id'],
    [{ currency_id: 'CHF' }, 'currency_id'],
    [{ email: 'no address' }, 'email'],
    [{ website: 'nowhere' }, 'website'],
    [{ addresses: [{ street: 'A', country: 'Poland' }] }, 'addresses.0.country'],
    [{ name: 'x'.repeat(90) }, 'name'],
  ])('with %j is refused in the caller’s words', async (wrong, field) => {
    const failure = await failureOf(writer.push(contact({ name: 'A new one', ...wrong }), signal));
    expect(failure).toMatchObject({ failureClass: 'record-refused', field, mayBeDone: false });
  });

  test('that is not there is not changed', async () => {
    for (const id of ['99999', 'con_1', '0']) {
      const failure = await failureOf(writer.push(contact({ name: 'A' }, id), signal));
      expect(failure).toMatchObject({ failureClass: 'record-refused', field: 'platform_id' });
    }
  });

  test('of another with the same name is refused, and it is not taken for an earlier try', async () => {
    await make({ name: 'The only one', contact_type: 'customer' });
    const failure = await failureOf(writer.push(contact({ name: 'The only one' }), signal));
    expect(failure).toMatchObject({ failureClass: 'record-refused', field: 'name', mayBeDone: false });
  });
});

describe('whether a failed write may be done', () => {
  const faults = (...list: unknown[]) => own.sandbox.setFaults('acme', list);

  /** Pushes under a fault, gives up once it has struck, and says what is known then and what the account says. */
  async function pushUnder(fault: object, giveUp: boolean) {
    const invoiceId = await makeInvoice();
    const request = payment({ invoice_id: invoiceId });
    const controller = new AbortController();
    await faults({ ...fault, model: 'payments', times: 1 });
    const failing = failureOf(writer.push(request, controller.signal));
    if (giveUp) {
      await expect
        .poll(async () => (await own.sandbox.call('GET', '/_admin/books/acme/faults')).json.faults)
        .toEqual([]);
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
  ])('after %j nobody knows, and the account does', async (fault, giveUp, state) => {
    const { failureClass, mayBeDone, found, invoiceId, request } = await pushUnder(fault, giveUp);
    expect([failureClass, mayBeDone, found]).toEqual(['platform-down', true, state]);
    await writer.push(request, signal);
    expect(await paymentsOf(invoiceId)).toBe(1);
  });

  test('a payment that is booked late, after it was sent again, is booked once', async () => {
    const { invoiceId, request } = await pushUnder({ kind: 'done_late', delayMs: 150 }, true);
    await writer.push(request, signal);
    expect(await paymentsOf(invoiceId)).toBe(1);
  });

  test.each([
    [{ kind: 'rate_limited', retryAfterSeconds: 42, on: 'write' }, 'rate-limit'],
    [{ kind: 'permission_denied', on: 'write' }, 'permission'],
    [{ kind: 'answer', status: 400, code: 'USER_ERROR', on: 'write' }, 'record-refused'],
    [{ kind: 'answer', status: 400, code: 'INVALID_HEADER', on: 'write' }, 'bad-request'],
  ])('after %j it is certainly not', async (fault, failureClass) => {
    expect(await pushUnder(fault, false)).toMatchObject({ failureClass, mayBeDone: false, found: 'absent' });
  });

  test('a 401 that a question does not get as well is overload, after which the account is asked', async () => {
    const outcome = await pushUnder({ kind: 'token_expired', on: 'write' }, false);
    expect(outcome).toMatchObject({ failureClass: 'rate-limit', mayBeDone: true, found: 'absent' });
    const request = payment({ invoice_id: outcome.invoiceId });
    await faults({ kind: 'credentials_refused' });
    expect(await failureOf(writer.push(request, signal))).toMatchObject({
      failureClass: 'credentials',
      mayBeDone: false,
    });
  });

  test('it is not where the account can’t be reached, or was given up before anything was sent', async () => {
    const invoiceId = await makeInvoice();
    expect(await failureOf(writer.push(payment({ invoice_id: invoiceId }), AbortSignal.abort()))).toMatchObject({
      failureClass: 'platform-down',
      mayBeDone: false,
    });
    const away = createServer();
    await new Promise<void>((resolve) => away.listen(0, '127.0.0.1', resolve));
    const { port } = away.address() as AddressInfo;
    await new Promise((resolve) => away.close(resolve));
    useAddress(`http://127.0.0.1:${port}`);
    const elsewhere = await openWriter();
    expect(await failureOf(elsewhere.push(payment({ invoice_id: invoiceId }), signal))).toMatchObject({
      failureClass: 'platform-down',
      mayBeDone: false,
    });
  });

  test('a refusal that the account does not explain leaves it open', async () => {
    const invoiceId = await makeInvoice();
    const request = payment({ invoice_id: invoiceId });
    await writer.push(request, signal);
    // The look for an earlier try fails, after the invoice itself was read.
    await faults({ kind: 'server_error', model: 'payments', on: 'read' });
    expect(await failureOf(writer.push(request, signal))).toMatchObject({
      failureClass: 'platform-down',
      mayBeDone: true,
    });
  });

  test('a change that nobody answered for is found by what the contact looks like', async () => {
    const id = (await writer.push(contact({ name: 'To be changed', addresses: [{ city: 'Leeds' }] }), signal))
      .platformId;
    for (const [fault, state] of [
      [{ kind: 'done_but_error', model: 'contacts', times: 1 }, 'confirmed'],
      [{ kind: 'server_error', model: 'contacts', on: 'write', times: 1 }, 'absent'],
    ] as const) {
      const fields = {
        name: `Changed, ${state}`,
        mobile: `+1 ${state.length}`,
        fax: null,
        addresses: [{ city: state }],
      };
      const request = contact(fields, id);
      await faults(fault);
      expect(await failureOf(writer.push(request, signal))).toMatchObject({ mayBeDone: true });
      expect(await writer.find(request, signal)).toMatchObject({ state });
    }
  });

  test('a contact that nobody answered for is found by its marker', async () => {
    for (const contact_type of ['customer', 'vendor'] as const) {
      await faults({ kind: 'done_but_error', model: 'contacts', times: 1 });
      const request = contact({ name: `Silent ${contact_type}`, contact_type });
      expect(await failureOf(writer.push(request, signal))).toMatchObject({ mayBeDone: true });
      const found = await writer.find(request, signal);
      expect(found).toMatchObject({ state: 'confirmed', result: (await writer.push(request, signal)) as object });
    }
  });

  test('an account that can’t be asked is no “absent”', async () => {
    await faults({ kind: 'server_error', on: 'read', times: 1 });
    expect((await failureOf(writer.find(payment({ invoice_id: '11' }), signal))).failureClass).toBe('platform-down');
  });
});

test('records are read by their ids, raw, and those that are not there are left out', async () => {
  const ids = ['2', '999', 'nothing', '1,3', '4'];
  const raws = await writer.read('CONTACT', ids, signal);
  expect(raws.map((raw) => connector.identify('CONTACT', raw)).sort()).toEqual(['2', '4']);
  expect(await writer.read('CONTACT', [], signal)).toEqual([]);
});
