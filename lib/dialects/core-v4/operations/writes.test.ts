import { afterEach, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../../db/client.ts';
import { createTestDatabase } from '../../../../db/testing/database.ts';
import { makeCompany, makeConnection } from '../../../../db/testing/factories.ts';
import { makeWritingCompany, paymentBody } from '../../../domain/writes/testing/writing-company.ts';
import { resetEnv } from '../../../env.ts';
import { pushSync } from '../../../worker/push-sync.ts';
import { ownSandbox } from '../../../worker/testing/books.ts';
import { call, makeTenant } from '../testing/core-api.ts';

await createTestDatabase();
const sandbox = await ownSandbox();
const company = await makeWritingCompany(sandbox);

const useAddress = (url: string) => {
  process.env.SANDBOX_URL = url;
  resetEnv();
};
afterEach(() => useAddress(sandbox.url));

interface Written {
  data: Record<string, unknown>;
  sync_id: string;
}
interface Refused {
  error: {
    message: string;
    platform_error: Record<string, unknown> | null;
    issues?: { path: string; message: string }[];
  };
}
const syncOf = async (id: string) =>
  (await call('GET', `/core/syncs/${id}`, { key: company.key })).body as never as {
    data: { sync: { status: string; jobCounts: unknown; jobs: Record<string, unknown>[] } };
  };

describe('an invoice payment', () => {
  test('is booked on the platform and answered as the platform has it, in the order of its document', async () => {
    const invoice = await company.addInvoice('100.00');
    const body = paymentBody(invoice.id, { document_number: 'ROOTFI01', memo: 'Test Memo', payment_mode: 'transfer' });
    const answer = await company.call('POST', '/invoice_payments', { body });
    expect(answer.status, answer.text).toBe(200);
    const { data, sync_id: syncId } = answer.body as Written;
    const [booked] = await company.paymentsOf(invoice.id);
    expect(Object.keys(data)).toEqual([
      'rootfi_id',
      'rootfi_deleted_at',
      'rootfi_created_at',
      'rootfi_updated_at',
      'rootfi_company_id',
      'platform_id',
      'payment_id',
      'invoice_id',
      'account_id',
      'credit_note_id',
      'amount',
      'payment_mode',
      'currency_id',
      'currency_rate',
      'memo',
      'updated_at',
      'payment_date',
      'contact_id',
      'document_number',
    ]);
    expect(data).toMatchObject({
      platform_id: booked?.id,
      invoice_id: invoice.id,
      amount: 25.5,
      memo: 'Test Memo',
      document_number: 'ROOTFI01',
      contact_id: invoice.contactId,
      rootfi_deleted_at: null,
    });
    expect(JSON.stringify(data)).not.toContain(booked?.external_id);
    const { sync } = (await syncOf(syncId)).data;
    expect(sync).toMatchObject({ status: 'SUCCESS', jobCounts: { total: 1, success: 1 } });
    expect(sync.jobs[0]).toMatchObject({ jobType: 'PUSH', status: 'SUCCESS', recordsCreated: 1 });
  });

  test('makes the balance of its invoice true before it is answered', async () => {
    const invoice = await company.addInvoice('100.00');
    await company.call('POST', '/invoice-payments', { body: paymentBody(invoice.id, { amount: 99.99 }) });
    const list = await company.call('GET', `/invoices?platform_id[eq]=${invoice.id}`);
    expect((list.body as { data: unknown[] }).data[0]).toMatchObject({ amount_due: 0.01, status: 'partially_paid' });
  });

  test('keeps every digit of its amount', async () => {
    const invoice = await company.addInvoice('90000000000000.00');
    const text = JSON.stringify(paymentBody(invoice.id)).replace('25.5', '80000000000000.07');
    const answer = await company.call('POST', '/invoice_payments', {
      body: text,
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.text).toContain('"amount":80000000000000.07,');
    expect((await company.paymentsOf(invoice.id))[0]?.amount).toBe('80000000000000.07');
  });

  test.each([
    ['no amount', { amount: undefined }, 'data.amount', 'is required'],
    ['nothing', { amount: 0 }, 'data.amount', 'must be more than 0'],
    ['a negative amount', { amount: -1 }, 'data.amount', 'must be more than 0'],
    ['text for an amount', { amount: '10' }, 'data.amount', 'must be a number'],
    ['more than can be counted', { amount: 90071992547410 }, 'data.amount', /^must be at most 9007199254740991 of/],
    ['no date', { payment_date: undefined }, 'data.payment_date', 'is required'],
    ['a date that is none', { payment_date: '28/09/2021' }, 'data.payment_date', /^must be an ISO 8601 date/],
    ['nothing to pay', { invoice_id: null }, 'data.invoice_id', 'is required, or credit_note_id'],
    ['raw data that is a list', { raw_data: [] }, 'data.raw_data', 'must be an object'],
    [
      'a field that is unknown',
      { colour: 'red' },
      'data.colour',
      /^is not a known field; allowed fields are invoice_id, /,
    ],
    [
      'a field that the platform lacks',
      { credit_note_id: '9' },
      'data.credit_note_id',
      /^has no place on Sandbox; it takes/,
    ],
  ])('with %s is refused by the name of the field, and nothing is stored', async (_what, fields, path, message) => {
    const before = await intents();
    const answer = await company.call('POST', '/invoice_payments', { body: paymentBody('inv_1', fields) });
    const issue = { path, message: typeof message === 'string' ? message : expect.stringMatching(message) };
    expect([answer.status, (answer.body as Refused).error.issues]).toEqual([400, [issue]]);
    expect(await intents()).toBe(before);
  });

  test('that is more than what is due is refused as the platform says it, naming what was sent', async () => {
    const invoice = await company.addInvoice('10.00');
    const answer = await company.call('POST', '/invoice_payments', {
      body: paymentBody(invoice.id, { amount: 10.01 }),
    });
    const { error } = answer.body as Refused;
    expect([answer.status, error.issues?.[0]?.path]).toEqual([400, 'data.amount']);
    expect(error.platform_error).toMatchObject({ code: 'invalid-params', field: 'amount', integration: 'SANDBOX' });
    expect(await company.paymentsOf(invoice.id)).toEqual([]);
    const syncs = await company.call('GET', '/syncs?jobType=PUSH&limit=1');
    expect((syncs.body as { data: { syncs: unknown[] } }).data.syncs[0]).toMatchObject({
      status: 'FAILED',
      jobCounts: { total: 1, failed: 1 },
    });
  });

  test('needs CREATE in the sync config', async () => {
    const other = await makeWritingCompany(sandbox);
    await sqlClient()`update model_configs set scope_access = '{READ}' where company_id = ${other.companyId}`;
    const answer = await other.call('POST', '/invoice_payments', { body: paymentBody('inv_1') });
    const { platform_error: platform } = (answer.body as Refused).error;
    expect([answer.status, platform?.code]).toEqual([403, 'operation-denied']);
  });

  test('that the platform answers no more for is 202, and its sync says how it ended', async () => {
    const invoice = await company.addInvoice('100.00');
    await company.fail({ kind: 'done_but_error', model: 'payments', times: 1 });
    const answer = await company.call('POST', '/invoice_payments', { body: paymentBody(invoice.id) });
    expect([answer.status, Object.keys(answer.body as object)]).toEqual([202, ['sync_id']]);
    expect((await syncOf((answer.body as Written).sync_id)).data.sync.status).toBe('RUNNING');
  });

  test('at a platform that can not be reached is 502, and says that nothing was written', async () => {
    const invoice = await company.addInvoice('100.00');
    useAddress('http://127.0.0.1:9');
    const answer = await company.call('POST', '/invoice_payments', { body: paymentBody(invoice.id) });
    const { message, platform_error: platform } = (answer.body as Refused).error;
    expect([answer.status, message]).toEqual([502, expect.stringMatching(/Nothing was written; send it again\.$/)]);
    expect(platform).toMatchObject({ code: 'unknown-error', integration: 'SANDBOX' });
  });
});

const intents = async () => {
  const [row] = await sqlClient()`select count(*)::int as n from writes where company_id = ${company.companyId}`;
  return row?.n;
};

describe('many payments', () => {
  test('need run_async, and each ends as a job of the sync', async () => {
    const invoice = await company.addInvoice('100.00');
    const one = paymentBody(invoice.id, { amount: 40 }).data;
    const body = { data: [one, { ...one, amount: 61 }, { ...one, amount: 20 }] };
    const refused = await company.call('POST', '/invoice_payments', { body });
    expect([refused.status, (refused.body as Refused).error.issues?.[0]?.path]).toEqual([400, 'data']);
    const answer = await company.call('POST', '/invoice_payments?run_async=true', { body });
    expect(answer.status, answer.text).toBe(202);
    const { sync_id: syncId } = answer.body as Written;
    expect((await syncOf(syncId)).data.sync).toMatchObject({ status: 'QUEUED', jobCounts: { total: 3, pending: 3 } });
    await pushSync({ syncId });
    const { sync } = (await syncOf(syncId)).data;
    expect(sync).toMatchObject({ status: 'PARTIAL_SUCCESS', jobCounts: { total: 3, success: 2, failed: 1 } });
    const failed = sync.jobs.filter((job) => job.status === 'FAILED');
    expect(failed).toMatchObject([{ errorCode: 'invalid-params', errorMessage: expect.any(String) }]);
    expect(await company.paymentsOf(invoice.id)).toHaveLength(2);
  });

  test('with a problem in one are refused by its place, before anything is stored', async () => {
    const before = await intents();
    const one = paymentBody('inv_1').data;
    const body = { data: [one, { ...one, amount: -1 }, { ...one, memo: 7 }] };
    const answer = await company.call('POST', '/invoice_payments?run_async=true', { body });
    expect([answer.status, (answer.body as Refused).error.issues?.map(({ path }) => path)]).toEqual([
      400,
      ['data.1.amount', 'data.2.memo'],
    ]);
    expect(await intents()).toBe(before);
  });

  test('may be 1,000 and no more', async () => {
    const body = { data: Array.from({ length: 1001 }, () => paymentBody('inv_1').data) };
    const answer = await company.call('POST', '/invoice_payments?run_async=true', { body });
    expect([answer.status, (answer.body as Refused).error.issues]).toEqual([
      400,
      [{ path: 'data', message: 'must have at most 1000 entries' }],
    ]);
  });
});

describe('a contact', () => {
  const contact = {
    name: 'Lighthouse Ltd',
    contact_name: 'Ada Keeper',
    contact_type: 'Customer',
    currency_id: 'GBP',
    tax_number: 'GB123',
    status: 'active',
    email: 'ada@lighthouse.example',
    website: 'https://lighthouse.example',
    telephone: '+44 20 7946 0001',
    mobile: '+44 7700 900001',
    fax: '+44 20 7946 0002',
    addresses: [{ type: 'BILLING', street: '1 Cape Road', city: 'Bude', country: 'GB', pincode: 'EX23' }],
    platform_id: 'ignored',
    updated_at: '2020-01-01T00:00:00.000Z',
  };
  const details = '?expand=external_links,phone_numbers,addresses';

  test('is made on the platform with all that it was given', async () => {
    const answer = await company.call('POST', '/contacts', { body: { data: contact } });
    expect(answer.status, answer.text).toBe(200);
    const { data } = answer.body as Written;
    expect(data).toMatchObject({ name: 'Lighthouse Ltd', contact_type: 'customer', external_links: [] });
    expect(data.platform_id).not.toBe('ignored');
    const whole = await company.call('GET', `/contacts/${data.rootfi_id}${details}`);
    expect((whole.body as Written).data).toMatchObject({
      external_links: expect.arrayContaining([
        expect.objectContaining({ link: 'ada@lighthouse.example', type: 'EMAIL' }),
        expect.objectContaining({ link: 'https://lighthouse.example', type: 'WEBSITE' }),
      ]),
      phone_numbers: expect.arrayContaining([
        expect.objectContaining({ number: '+44 7700 900001', type: 'MOBILE' }),
        expect.objectContaining({ number: '+44 20 7946 0002', type: 'FAX' }),
      ]),
      addresses: [expect.objectContaining({ street: '1 Cape Road', type: 'BILLING' })],
    });
  });

  test('is changed by its rootfi_id or its platform_id; what is left out stays', async () => {
    const made = (await company.call('POST', '/shared/contacts', { body: { data: contact } })).body as Written;
    const { rootfi_id: rootfiId, platform_id: platformId } = made.data;
    const patched = await company.call('PATCH', `/contacts/${rootfiId}`, { body: { data: { contact_name: 'Bo' } } });
    expect([patched.status, (patched.body as Written).data]).toEqual([
      200,
      expect.objectContaining({ rootfi_id: rootfiId, contact_name: 'Bo', name: 'Lighthouse Ltd' }),
    ]);
    const put = await company.call('PUT', `/contacts/${platformId}`, { body: { data: { tax_number: null } } });
    expect([put.status, (put.body as Written).data]).toEqual([
      200,
      expect.objectContaining({ rootfi_id: rootfiId, contact_name: 'Bo', tax_number: null }),
    ]);
  });

  test('that is not there is not found, and nothing to change is refused', async () => {
    const unknown = await company.call('PATCH', '/contacts/con_999999', { body: { data: { name: 'X' } } });
    expect([unknown.status, (unknown.body as Refused).error.message]).toEqual([404, 'Contact not found']);
    const empty = await company.call('PATCH', '/contacts/1', { body: { data: {} } });
    expect([empty.status, (empty.body as Refused).error.issues?.[0]]).toEqual([
      400,
      { path: 'data', message: 'Say at least one field to change' },
    ]);
  });
});

describe('a platform that requires raw data', () => {
  const connected = async (integration: 'NETSUITE' | 'MS_DYNAMICS_365') => {
    const tenant = await makeTenant();
    const { companyId } = await makeCompany(tenant.ctx, { integration });
    await makeConnection(tenant.ctx, { companyId }, { integration });
    return (fields: Record<string, unknown>, query = '') =>
      tenant.call('POST', `/core/companies/${companyId}/invoice_payments${query}`, {
        body: paymentBody('1', fields),
      });
  };

  test.each([
    ['NETSUITE', 'arr_account_id', 'is required by NetSuite'],
    ['MS_DYNAMICS_365', 'payment_journal_id', 'is required by Dynamics 365 Business Central'],
  ] as const)('%s: %s is asked for before anything else is looked at', async (...row) => {
    const [integration, name, message] = row;
    const pay = await connected(integration);
    const path = `data.raw_data.${name}`;
    for (const raw of [undefined, {}, { [name]: '' }, { [name]: null }]) {
      const { status, body } = await pay({ raw_data: raw });
      const { issues, platform_error: platform } = (body as Refused).error;
      expect([status, issues, platform?.code, platform?.integration]).toEqual([
        400,
        [{ path, message }],
        'missing-params',
        integration,
      ]);
    }
    const given = await pay({ raw_data: { [name]: '77' } });
    expect((given.body as Refused).error.platform_error?.code).not.toBe('missing-params');
    const preview = await pay({}, '?dry_run=true');
    expect((preview.body as Written).data).toMatchObject({
      request: [],
      validation: { valid: false, issues: [{ path, message }], platform_error: { code: 'missing-params' } },
    });
  });
});

test('raw data with a number that would lose digits is refused by its name', async () => {
  const text = JSON.stringify(paymentBody('inv_1', { raw_data: { deep: { id: 'x' } } })).replace(
    '"x"',
    '12345678901234567890',
  );
  const headers = { 'content-type': 'application/json' };
  const answer = await company.call('POST', '/invoice_payments', { body: text, headers });
  expect([answer.status, (answer.body as Refused).error.issues]).toEqual([
    400,
    [{ path: 'data.raw_data.deep.id', message: 'has more digits than a number keeps; send it as text' }],
  ]);
});

test('a number that is the rootfi_id of one contact and the platform_id of another names neither', async () => {
  const [one, two] = await sqlClient()<{ rootfi_id: string }[]>`
    select rootfi_id from record_contacts where company_id = ${company.companyId} order by rootfi_id limit 2`;
  await sqlClient()`
    update record_contacts set platform_id = ${one?.rootfi_id ?? ''}
    where company_id = ${company.companyId} and rootfi_id = ${two?.rootfi_id ?? ''}`;
  const answer = await company.call('PATCH', `/contacts/${one?.rootfi_id}`, { body: { data: { name: 'Who' } } });
  expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('Nothing was written')]);
});

describe('dry_run', () => {
  test('says what would be sent, what stands against it, and what it does to the balance; nothing is sent', async () => {
    const invoice = await company.addInvoice('100.00');
    await company.call('POST', '/invoice_payments', { body: paymentBody(invoice.id, { amount: 40 }) });
    const [before, stored] = [await company.paymentsOf(invoice.id), await intents()];
    const body = paymentBody(invoice.id, { amount: 40, payment_date: '2026-03-07T23:59:00Z', document_number: 'D-1' });
    const answer = await company.call('POST', '/invoice_payments?dry_run=true', { body });
    expect(answer.status, answer.text).toBe(200);
    expect((answer.body as Written).data).toEqual({
      request: [
        {
          method: 'POST',
          path: '/v1/payments',
          body: expect.objectContaining({ invoice_id: invoice.id, amount: '40', reference: 'D-1' }),
        },
      ],
      validation: { valid: true, issues: [], platform_error: null },
      duplicates: [expect.objectContaining({ platform_id: before[0]?.id, amount: 40 })],
      balance: { invoice_id: invoice.id, currency_id: 'cur_1', before: 60, after: 20 },
    });
    expect(await company.paymentsOf(invoice.id)).toEqual(before);
    expect(await intents()).toBe(stored);
  });

  test('tells what the company does not allow', async () => {
    const other = await makeWritingCompany(sandbox);
    await sqlClient()`update model_configs set scope_access = '{READ}' where company_id = ${other.companyId}`;
    const answer = await other.call('POST', '/invoice_payments?dry_run=true', { body: paymentBody('inv_1') });
    expect([answer.status, (answer.body as Written).data.validation]).toEqual([
      200,
      expect.objectContaining({ valid: false, platform_error: expect.objectContaining({ code: 'operation-denied' }) }),
    ]);
  });
});
