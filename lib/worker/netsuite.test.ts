import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { netsuiteAccount } from '../../sandbox/testing/netsuite-account.ts';
import { openInviteLink } from '../auth/invite-link-gate.ts';
import { netsuiteDefinition } from '../connectors/netsuite/definition.ts';
import { credentialsOf } from '../connectors/netsuite/testing/account.ts';
import { makeTenant } from '../dialects/core-v4/testing/core-api.ts';
import { connectCompany } from '../domain/connections/mutations.ts';
import { createInviteLink } from '../domain/invite-links/mutations.ts';
import { updateModelConfigs } from '../domain/sync-config/mutations.ts';
import { getSync } from '../domain/syncs/data.ts';
import { startSync } from '../domain/syncs/mutations.ts';
import { settleWrite } from '../domain/writes/settle.ts';
import { comeDue, paymentBody } from '../domain/writes/testing/writing-company.ts';
import { resetEnv } from '../env.ts';
import { runSync } from './run-sync.ts';
import { ownSandbox } from './testing/books.ts';

await createTestDatabase();
const sandbox = await ownSandbox();
process.env.NETSUITE_URL = sandbox.url;
resetEnv();
afterAll(() => {
  delete process.env.NETSUITE_URL;
  resetEnv();
});

/** The whole way from a program's request to a NetSuite account and back: a tenant with one company connected to it. */
const account = netsuiteAccount(sandbox, 'acme');
const tenant = await makeTenant();
const { companyId, outcome } = await connect();
await updateModelConfigs(tenant.ctx, {
  companyId,
  configs: netsuiteDefinition.models.map(({ model }) => ({
    ...{ dataModel: model, category: 'ACCOUNTING' as const, enabled: true, frequency: 'DAILY' as const, interval: 1 },
    scopeAccess: model === 'CONTACT' || model === 'INVOICE_PAYMENT' ? ['READ', 'CREATE', 'UPDATE'] : ['READ'],
  })),
});

/** As a customer does it, who leaves the time zone as it is. */
async function connect() {
  const link = await createInviteLink(tenant.ctx, { companyName: 'Acme', integration: 'NETSUITE' });
  const access = await openInviteLink(link.id, { requestId: randomUUID(), now: new Date() });
  if (access.state !== 'open') throw new Error(`The link is ${access.state}`);
  const { timeZone: _, ...credentials } = credentialsOf('acme');
  const outcome = await connectCompany(access.ctx, { integration: 'NETSUITE', credentials: { ...credentials } });
  return { companyId: link.companyId, outcome };
}

const call: typeof tenant.call = (method, path, options) =>
  tenant.call(method, `/core/companies/${companyId}${path}`, options);
const pay = (invoice: string, fields: object = {}) =>
  call('POST', '/invoice_payments', {
    body: paymentBody(invoice, { amount: 40, raw_data: { arr_account_id: '11' }, ...fields }),
  });

async function sync(): Promise<Awaited<ReturnType<typeof getSync>>> {
  const { id: syncId } = await startSync(tenant.ctx, { companyId });
  await runSync({ syncId, retryDelaysMs: [0] });
  return getSync(tenant.ctx, { syncId });
}

/** An invoice over 100.00, stored here. */
async function addInvoice(): Promise<string> {
  const made = await sandbox.call('POST', '/_admin/books/acme/invoices', {
    body: { contact_id: 'con_1', currency_id: 'cur_1', lines: [{ description: 'Work', unit_price: '100' }] },
  });
  await sync();
  return String(Number(made.json.id.split('_')[1]) * 10 + 1);
}

const stored = async (invoice: string) => {
  const [row] = await sqlClient()`
    select amount_due::float, status from record_invoices where company_id = ${companyId} and platform_id = ${invoice}`;
  return row;
};
const paymentsOf = (invoice: string) =>
  account.query(`SELECT nextdoc FROM previoustransactionlinelink WHERE previousdoc = ${invoice}`);
const connectionStatus = async () =>
  (await sqlClient()`select status from connections where company_id = ${companyId}`)[0]?.status;

test('a customer connects, the first sync reads every model, and a second one changes nothing', async () => {
  expect(outcome).toMatchObject({ connected: true, entityName: 'Acme Ltd' });
  const syncId = (outcome as { syncId: string }).syncId;
  await runSync({ syncId, retryDelaysMs: [0] });
  const first = await getSync(tenant.ctx, { syncId });
  expect(first).toMatchObject({ status: 'SUCCESS', failureClass: null });
  expect(first.jobs.map((job) => [job.dataModel, job.recordsCreated > 0])).toEqual(
    netsuiteDefinition.models.map(({ model }) => [model, true]),
  );
  expect((await sync()).records).toMatchObject({ created: 0, updated: 0, deleted: 0, failed: 0 });
  const [orphans] = await sqlClient()`
    select count(*)::int as n from record_invoice_payments p where company_id = ${companyId} and not exists
      (select from record_invoices i where i.company_id = p.company_id and i.platform_id = p.invoice_id)`;
  expect(orphans?.n).toBe(0);
});

test('a payment without its receivable account is refused by that name', async () => {
  const answer = await pay('11', { raw_data: {} });
  expect([answer.status, (answer.body as { error: { issues: unknown } }).error.issues]).toEqual([
    400,
    [{ path: 'data.raw_data.arr_account_id', message: 'is required by NetSuite' }],
  ]);
});

test('payments in part and in full are made, answered as NetSuite has them, and move the invoice at once', async () => {
  const invoice = await addInvoice();
  const part = await pay(invoice, { document_number: 'R-1' });
  expect(part.status, part.text).toBe(200);
  const { data } = part.body as { data: Record<string, unknown> };
  expect(data).toMatchObject({ invoice_id: invoice, amount: 40, document_number: 'R-1', contact_id: '1' });
  expect(data.platform_id).toBe(`${data.payment_id}:${invoice}`);
  expect(await stored(invoice)).toEqual({ amount_due: 60, status: 'partially_paid' });
  expect((await pay(invoice, { amount: 60 })).status).toBe(200);
  expect(await stored(invoice)).toEqual({ amount_due: 0, status: 'paid' });
  const refused = await pay(invoice, { amount: 1 });
  expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('data.invoice_id')]);
  expect(await paymentsOf(invoice)).toHaveLength(2);
  expect((await sync()).records).toMatchObject({ created: 0, updated: 0, failed: 0 });
});

test('a payment that nobody answered for is settled, and made once', async () => {
  const invoice = await addInvoice();
  for (const fault of [{ kind: 'done_but_error' }, { kind: 'server_error', on: 'write' }]) {
    await sandbox.setFaults('acme', [{ ...fault, model: 'payments', times: 1 }]);
    const answer = await pay(invoice);
    expect(answer.status, answer.text).toBe(202);
    const [writeId = ''] = await comeDue((answer.body as { sync_id: string }).sync_id);
    expect((await settleWrite({ writeId })).state).toBe('confirmed');
  }
  expect(await paymentsOf(invoice)).toHaveLength(2);
  expect(await stored(invoice)).toMatchObject({ amount_due: 20 });
});

test('a contact is made and changed, and stored as NetSuite then has it', async () => {
  const made = await call('POST', '/contacts', { body: { data: { name: 'Müller & Co', contact_type: 'vendor' } } });
  expect(made.status, made.text).toBe(200);
  const { platform_id: id } = (made.body as { data: { platform_id: string } }).data;
  const changed = await call('PATCH', `/contacts/${id}`, { body: { data: { email: 'post@mueller.example' } } });
  expect(changed.status, changed.text).toBe(200);
  const [row] = await sqlClient()`
    select c.name, c.contact_type, l.link from record_contacts c join record_external_links l
      on l.company_id = c.company_id and l.parent_model = 'CONTACT' and l.parent_platform_id = c.platform_id
    where c.company_id = ${companyId} and c.platform_id = ${id}`;
  expect(row).toEqual({ name: 'Müller & Co', contact_type: 'vendor', link: 'post@mueller.example' });
});

test('too many requests at once put a sync to sleep, and it wakes by itself', async () => {
  await sandbox.setFaults('acme', [{ kind: 'rate_limited', retryAfterSeconds: 0, model: 'items', times: 1 }]);
  const { id: syncId } = await startSync(tenant.ctx, { companyId });
  expect(await runSync({ syncId })).toMatchObject({ outcome: 'sleeping' });
  expect(await connectionStatus()).toBe('RATE_LIMIT_EXCEEDED');
  await runSync({ syncId, now: () => new Date(Date.now() + 120_000) });
  expect(await getSync(tenant.ctx, { syncId })).toMatchObject({ status: 'SUCCESS' });
});

test('one refused sign-in breaks no connection, a confirmed one does', { timeout: 30_000 }, async () => {
  await sandbox.setFaults('acme', [{ kind: 'token_expired', times: 1 }]);
  expect((await sync()).status).toBe('SUCCESS');
  expect(await connectionStatus()).toBe('HEALTHY');
  await sandbox.setFaults('acme', [{ kind: 'credentials_refused' }]);
  expect(await sync()).toMatchObject({ status: 'FAILED', failureClass: 'credentials' });
  expect(await connectionStatus()).toBe('EXPIRED');
});
