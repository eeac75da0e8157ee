import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AxiosResponse } from 'axios';
import { type Document, OpenAPIClientAxios, type UnknownOperationMethods } from 'openapi-client-axios';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany, makeConnection } from '../../../db/testing/factories.ts';
import { canonicalRecord, startTestRun } from '../../../db/testing/records.ts';
import { storePage } from '../../domain/records/mutations.ts';
import { preparedRecord } from '../../domain/records/record-hash.ts';
import { cancelSync } from '../../domain/syncs/mutations.ts';
import { makeWritingCompany, paymentBody } from '../../domain/writes/testing/writing-company.ts';
import { nodeFront } from '../../http/node-front.ts';
import { ownSandbox } from '../../worker/testing/books.ts';
import { coreV4 } from './dialect.ts';
import { coreV4Document } from './document.ts';
import { coreV4Routes } from './routes.ts';
import { makeTenant, type Tenant } from './testing/core-api.ts';

await createTestDatabase();
const sandbox = await ownSandbox();

const front = nodeFront(coreV4, coreV4Routes);
const server = createServer((request, response) => void front.serve(request, response));
let tenant: Tenant;
let client: UnknownOperationMethods;
let companyId: number;

/** A program that knows nothing of the API but its document: paths, parameters and methods come from there. */
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  tenant = await makeTenant();
  ({ companyId } = await makeCompany(tenant.ctx, { name: 'Harbour & Lane', integration: 'SANDBOX' }));
  await makeConnection(tenant.ctx, { companyId });
  client = await clientWith(tenant.key);
});
afterAll(() => {
  server.close();
});

async function clientWith(key: string): Promise<UnknownOperationMethods> {
  const { port } = server.address() as AddressInfo;
  const document = { ...coreV4Document(), servers: [{ url: `http://127.0.0.1:${port}${coreV4.basePath}` }] };
  const api = new OpenAPIClientAxios({
    definition: document as unknown as Document,
    axiosConfigDefaults: { headers: { api_key: key }, paramsSerializer: { serialize: asDeclared } },
  });
  return (await api.init()) as unknown as UnknownOperationMethods;
}

/** The styles that the document declares: lists with commas, objects as `name[key]`. */
function asDeclared(values: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value)) query.set(name, value.join(','));
    else if (typeof value !== 'object') query.set(name, String(value));
    else for (const [key, one] of Object.entries(value ?? {})) query.set(`${name}[${key}]`, String(one));
  }
  return query.toString();
}

async function ask(
  operation: string,
  parameters: Record<string, unknown> | null = null,
  body?: unknown,
  by: UnknownOperationMethods = client,
) {
  const answer: AxiosResponse | undefined = await by[operation]?.(parameters as Record<string, string>, body);
  return { status: answer?.status, data: answer?.data };
}

test('companies are listed, read and renamed', async () => {
  expect(await ask('listCompanies', { limit: 10, integration: 'SANDBOX' })).toMatchObject({
    status: 200,
    data: { data: { companies: [{ companyId }], count: 1, next: null } },
  });
  expect((await ask('updateCompany', { company_id: companyId }, { name: 'Harbour Lane' })).status).toBe(200);
  const read = await ask('getCompany', { company_id: companyId });
  expect(read.data.data.company.companyName).toBe('Harbour Lane');
});

test('an invite link is made and revoked', async () => {
  const made = await ask('createInviteLink', null, { integrationCategory: 'ACCOUNTING', companyName: 'Mossbank' });
  expect(made).toMatchObject({ status: 201, data: { data: { inviteLink: { status: 'PENDING' } } } });
  const { inviteLinkId } = made.data.data.inviteLink;
  expect((await ask('revokeInviteLink', { invite_link_id: inviteLinkId })).status).toBe(204);
});

test('a sync is started, found, and cancelled', async () => {
  const started = await ask('createSync', { company_id: companyId }, {});
  expect(started.status).toBe(201);
  const { id } = started.data.data.sync;
  expect((await ask('listSyncs', { company_id: companyId })).data.data.syncs).toMatchObject([{ id }]);
  expect((await ask('getSync', { sync_id: id })).data.data.sync.jobs.length).toBeGreaterThan(0);
  expect((await ask('cancelSync', { sync_id: id })).status).toBe(200);
});

test('contacts are filtered, sorted and expanded', async () => {
  const company = { organisationId: tenant.organisationId, companyId };
  const run = await startTestRun(sqlClient(), company, 'CONTACT');
  const phone = { platform_id: null, updated_at: null, number: '+1 555', type: 'MOBILE' as const };
  const contact = (name: string) => canonicalRecord('CONTACT', name, { name }, { phone_numbers: [phone] });
  const records = ['Ada', 'Bea', 'Cem'].map((name) => preparedRecord(contact(name), { name }));
  const page = { model: 'CONTACT' as const, full: false, now: new Date(), checkpoint: null, rejected: [] };
  await storePage({ ...run, ...page, records });
  await cancelSync(tenant.ctx, { syncId: run.syncId });
  const found = await ask('listContactRecords', {
    company_id: companyId,
    name: { in: 'Ada,Cem' },
    sort: { rootfi_id: 'DESC' },
    expand: ['phone_numbers', 'currency'],
    return_count: true,
  });
  expect(found).toMatchObject({
    status: 200,
    data: {
      data: [{ name: 'Cem', phone_numbers: [{ number: '+1 555' }], currency: null }, { name: 'Ada' }],
      total_count: 2,
    },
  });
});

test('a payment is looked at first, then written, and stands in the list', async () => {
  const company = await makeWritingCompany(sandbox);
  const by = await clientWith(company.key);
  const invoice = await company.addInvoice('100.00');
  const to = { company_id: company.companyId };
  const body = paymentBody(invoice.id, { amount: 60 });
  const preview = await ask('createInvoicePayment', { ...to, dry_run: true }, body, by);
  expect(preview).toMatchObject({
    status: 200,
    data: { data: { validation: { valid: true }, balance: { invoice_id: invoice.id, before: 100, after: 40 } } },
  });
  expect(await company.paymentsOf(invoice.id)).toEqual([]);

  const written = await ask('createInvoicePayment', to, body, by);
  const [payment, ...others] = await company.paymentsOf(invoice.id);
  expect(others).toEqual([]);
  expect(written).toMatchObject({ status: 200, data: { data: { platform_id: payment?.id, amount: 60 } } });
  const listed = await ask('listInvoicePaymentRecords', { ...to, invoice_id: { eq: invoice.id } }, undefined, by);
  expect(listed.data.data).toMatchObject([{ rootfi_id: written.data.data.rootfi_id, amount: 60 }]);
});
