import { describe, expect, test } from 'vitest';
import type { ContactFields } from '../../domain/writes/write-fields.ts';
import { sandboxConnector } from './connector.ts';
import { contact, failureOf, payment, signal, writableSandbox } from './testing/writing.ts';

const { sandbox, writer, makeInvoice, paymentsOf } = await writableSandbox();

async function mapped<M extends 'CONTACT' | 'INVOICE' | 'INVOICE_PAYMENT'>(model: M, id: string) {
  const [raw] = await writer.read(model, [id], signal);
  return sandboxConnector.map(model, raw);
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

test('records are read by their ids, raw, and those that are not there are left out', async () => {
  const ids = ['con_2', 'con_999', 'nothing', 'con_1,con_3', 'con_4'];
  const raws = await writer.read('CONTACT', ids, signal);
  expect(raws.map((raw) => sandboxConnector.identify('CONTACT', raw))).toEqual(['con_2', 'con_4']);
  expect(await writer.read('CONTACT', [], signal)).toEqual([]);
});
