import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { makeCompany, makeConnection } from '../../db/testing/factories.ts';
import { connectorFor } from '../connectors/registry.ts';
import { today } from '../connectors/tryton/testing/bookkeeping.ts';
import { openPeer, type Peer, peerSettings } from '../connectors/tryton/testing/peer.ts';
import { startTamperingProxy, type TamperingProxy } from '../connectors/tryton/testing/tampering-proxy.ts';
import { makeTenant, type Tenant } from '../dialects/core-v4/testing/core-api.ts';
import { updateModelConfigs } from '../domain/sync-config/mutations.ts';
import { startSync } from '../domain/syncs/mutations.ts';
import { settleWrite } from '../domain/writes/settle.ts';
import { comeDue, paymentBody } from '../domain/writes/testing/writing-company.ts';
import { runSync } from './run-sync.ts';

const settings = peerSettings();
const skipped = 'missing' in settings;
if (skipped) process.stderr.write(`Writes into a real Tryton are not tested: ${settings.missing}.\n`);
else await createTestDatabase();

/** The whole way from a program's request into a running ERP and back. Others may write into the same Tryton meanwhile. */
describe.skipIf(skipped)('writes into a running Tryton', { timeout: 120_000 }, () => {
  let peer: Peer;
  let proxy: TamperingProxy;
  let tenant: Tenant;
  let companyId: number;
  let invoice: number;

  beforeAll(async () => {
    if ('missing' in settings) return;
    peer = await openPeer(settings);
    proxy = await startTamperingProxy(settings.url);
    invoice = await peer.createInvoice({ contact: (await peer.createContact()).id });
    const connector = await connectorFor('TRYTON');
    if (!connector) throw new Error('There is no TRYTON connector');
    const { credentials, entityId } = await connector.connect({ ...peer.credentials, address: proxy.url });
    tenant = await makeTenant();
    ({ companyId } = await makeCompany(tenant.ctx, { integration: 'TRYTON' }));
    const connection = { integration: 'TRYTON', credentials: { ...credentials }, entityId } as const;
    await makeConnection(tenant.ctx, { companyId }, connection);
    const configs = (['CONTACT', 'INVOICE', 'INVOICE_PAYMENT'] as const).map((dataModel) => ({
      ...{ dataModel, category: 'ACCOUNTING' as const, enabled: true, frequency: 'DAILY' as const, interval: 1 },
      scopeAccess: dataModel === 'INVOICE' ? (['READ'] as const) : (['READ', 'CREATE', 'UPDATE'] as const),
    }));
    await updateModelConfigs(tenant.ctx, {
      companyId,
      configs: configs.map((config) => ({ ...config, scopeAccess: [...config.scopeAccess] })),
    });
    const { id } = await startSync(tenant.ctx, { companyId });
    await runSync({ syncId: id });
  });
  afterAll(() => proxy?.stop());

  const call: Tenant['call'] = (method, path, options) =>
    tenant.call(method, `/core/companies/${companyId}${path}`, options);
  const pay = (amount: number, more: { key?: string; query?: string; fields?: object } = {}) =>
    call('POST', `/invoice_payments${more.query ?? ''}`, {
      body: paymentBody(String(invoice), {
        amount,
        account_id: String(peer.books.cash),
        payment_date: `${today()}T15:00:00.000Z`,
        ...more.fields,
      }),
      headers: more.key ? { 'idempotency-key': more.key } : {},
    });
  const stored = async () => {
    const [row] = await sqlClient()`
      select amount_due::float, status from record_invoices
      where company_id = ${companyId} and platform_id = ${String(invoice)}`;
    return row;
  };
  const booked = async () => ((await peer.readInvoice(invoice, ['payment_lines'])).payment_lines as number[]).length;

  test('a contact is made, changed by its platform id, and stored as Tryton then has it', async () => {
    const made = await call('POST', '/contacts', {
      body: { data: { name: `Engine ${peer.run}`, email: 'a@example.test', addresses: [{ city: 'Leeds' }] } },
    });
    expect(made.status, made.text).toBe(200);
    const { platform_id: id } = (made.body as { data: { platform_id: string } }).data;
    const changed = await call('PATCH', `/contacts/${id}`, { body: { data: { email: 'b@example.test' } } });
    expect(changed.status, changed.text).toBe(200);
    const links = await sqlClient()`
      select link from record_external_links where company_id = ${companyId} and parent_platform_id = ${id}`;
    expect(links.map(({ link }) => link)).toEqual(['b@example.test']);
    const refused = await call('PATCH', `/contacts/${id}`, { body: { data: { tax_number: 'BE0897290878' } } });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ error: { platform_error: { field: 'tax_number', integration: 'TRYTON' } } });
  });

  test('a dry run tells what would be asked and what would be left, and books nothing', async () => {
    const answer = await pay(20, { query: '?dry_run=true' });
    expect(answer.status, answer.text).toBe(200);
    expect(answer.text).toContain('wizard.account.invoice.pay.execute');
    expect(await booked()).toBe(0);
  });

  test('a payment is booked once, and the balance of its invoice is true at once', async () => {
    const answer = await pay(20, { key: 'first', fields: { document_number: 'RE-7', memo: 'Rent' } });
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toMatchObject({ data: { amount: 20, document_number: 'RE-7', memo: 'Rent' } });
    expect(await stored()).toMatchObject({ amount_due: 100, status: 'partially_paid' });
    expect((await pay(20, { key: 'first', fields: { document_number: 'RE-7', memo: 'Rent' } })).body).toEqual(
      answer.body,
    );
    expect(await booked()).toBe(1);
  });

  test('of two at once for more than is left, one is booked and the other refused', async () => {
    const answers = await Promise.all([pay(60), pay(60)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400]);
    const refused = answers.find(({ status }) => status === 400);
    expect(refused?.body).toMatchObject({
      error: { platform_error: { code: 'invalid-params', field: 'amount', integration: 'TRYTON' } },
    });
    expect(await stored()).toMatchObject({ amount_due: 40 });
    expect(await booked()).toBe(2);
  });

  test('a payment whose answer was lost is found, and not made again', async () => {
    proxy.cutAnswer('wizard.account.invoice.pay.execute');
    const answer = await pay(40);
    expect(answer.status, answer.text).toBe(202);
    const [writeId = ''] = await comeDue((answer.body as { sync_id: string }).sync_id);
    expect(await settleWrite({ writeId })).toMatchObject({ state: 'confirmed' });
    expect(await stored()).toMatchObject({ amount_due: 0, status: 'paid' });
    expect(await booked()).toBe(3);
    const [write] = await sqlClient()`select state, attempts from writes where id = ${writeId}`;
    expect(write).toEqual({ state: 'CONFIRMED', attempts: 1 });
  });
});
