import { beforeAll, describe, expect, test } from 'vitest';
import { sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../db/testing/factories.ts';
import { connectorFor } from '../connectors/registry.ts';
import { trytonDefinition } from '../connectors/tryton/definition.ts';
import { openPeer, type Peer, peerSettings } from '../connectors/tryton/testing/peer.ts';
import type { Context } from '../context.ts';
import { getSync } from '../domain/syncs/data.ts';
import { startSync } from '../domain/syncs/mutations.ts';
import type { StartSyncInput } from '../domain/syncs/schema.ts';
import { runSync } from './run-sync.ts';

const settings = peerSettings();
const skipped = 'missing' in settings;
if (skipped) process.stderr.write(`Syncs from a real Tryton are not tested: ${settings.missing}.\n`);
else await createTestDatabase();

/**
 * The whole way from a running ERP into Postgres. Others may write into the same Tryton meanwhile: assertions speak of
 * the records that this run made. The tests build on one another.
 */
describe.skipIf(skipped)('syncs from a running Tryton', { timeout: 120_000 }, () => {
  let peer: Peer;
  let ctx: Context;
  let companyId: number;

  const sync = async (options: Omit<StartSyncInput, 'companyId'> = {}) => {
    const { id } = await startSync(ctx, { companyId, ...options });
    await runSync({ syncId: id });
    return getSync(ctx, { syncId: id });
  };
  const stored = async (table: string, id: number | string) => {
    const [row] = await sqlClient()`
      select * from ${sqlClient()(table)} where company_id = ${companyId} and platform_id = ${String(id)}`;
    return row;
  };
  const childrenOf = (table: string, id: number) => sqlClient()`
    select * from ${sqlClient()(table)}
    where company_id = ${companyId} and parent_platform_id = ${String(id)} order by position`;
  const paymentsOf = (invoice: number) => sqlClient()`
    select * from record_invoice_payments
    where company_id = ${companyId} and invoice_id = ${String(invoice)} and rootfi_deleted_at is null`;

  let contact: Awaited<ReturnType<Peer['createContact']>>;
  let leaver: Awaited<ReturnType<Peer['createContact']>>;
  let invoice: number;

  beforeAll(async () => {
    if ('missing' in settings) return;
    peer = await openPeer(settings);
    contact = await peer.createContact({
      addresses: [{ street: '1 Main St', city: 'Leeds', postal_code: 'LS1 1AA' }],
      mechanisms: [
        { type: 'email', value: `accounts-${peer.run}@example.test` },
        { type: 'mobile', value: '+44 7700 900001' },
      ],
    });
    leaver = await peer.createContact();
    invoice = await peer.createInvoice({ contact: contact.id });
    await peer.payInvoice(invoice, { amount: '20.00' });
    await makeOneOfEach(peer, contact.id);
    const connector = await connectorFor('TRYTON');
    if (!connector) throw new Error('There is no TRYTON connector');
    const checked = await connector.connect(peer.credentials);
    ({ ctx } = await makeOrganisation());
    ({ companyId } = await makeCompany(ctx, { integration: 'TRYTON' }));
    const { credentials, entityId } = checked;
    const requested = trytonDefinition.models.map(({ model }) => ({ dataModel: model, enabled: true }));
    await makeConnection(
      ctx,
      { companyId },
      { integration: 'TRYTON', credentials: { ...credentials }, entityId, requested },
    );
  });

  test('the first sync brings every model that Tryton has, with their children', async () => {
    const first = await sync();
    expect(first).toMatchObject({ status: 'SUCCESS', records: { failed: 0 } });
    expect(first.jobs.map((job) => job.dataModel)).toEqual(trytonDefinition.models.map(({ model }) => model));
    expect(first.jobs.filter((job) => job.recordsUpdated > 0)).toEqual([]);
    expect(first.jobs.filter((job) => job.recordsCreated === 0)).toEqual([]);
    expect(await stored('record_contacts', contact.id)).toMatchObject({ name: contact.name, rootfi_deleted_at: null });
    expect(await childrenOf('record_addresses', contact.id)).toMatchObject([{ city: 'Leeds' }]);
    expect(await childrenOf('record_phone_numbers', contact.id)).toMatchObject([{ type: 'MOBILE' }]);
    expect(await childrenOf('record_external_links', contact.id)).toMatchObject([{ type: 'EMAIL' }]);
    expect(await stored('record_invoices', invoice)).toMatchObject({
      contact_id: String(contact.id),
      status: 'partially_paid',
    });
    expect(await childrenOf('record_line_items', invoice)).toHaveLength(1);
    expect((await paymentsOf(invoice)).map((payment) => Number(payment.amount))).toEqual([20]);
  });

  test('the second sync is incremental and changes nothing of it', async () => {
    const ours = async () => [
      await stored('record_contacts', contact.id),
      await stored('record_contacts', leaver.id),
      await stored('record_invoices', invoice),
      ...(await paymentsOf(invoice)),
    ];
    const before = await ours();
    const second = await sync();
    expect(second.status).toBe('SUCCESS');
    expect(await ours()).toEqual(before);
    expect(second.jobs.find((job) => job.dataModel === 'CURRENCY')).toMatchObject({
      recordsCreated: 0,
      recordsUpdated: 0,
    });
  });

  test('an address and a phone number that were edited arrive, though the contact was not', async () => {
    await peer.editAddress(contact.addresses[0] ?? 0, { city: 'York' });
    await peer.editMechanism(contact.mechanisms[1] ?? 0, { value: '+44 7700 900002' });
    const after = await sync();
    expect(after.jobs.find((job) => job.dataModel === 'CONTACT')?.recordsUpdated).toBeGreaterThanOrEqual(1);
    expect(await childrenOf('record_addresses', contact.id)).toMatchObject([{ city: 'York' }]);
    expect(await childrenOf('record_phone_numbers', contact.id)).toMatchObject([
      { number: expect.stringContaining('900002') },
    ]);
  });

  test('a payment changes what its invoice still asks for, and is there itself', async () => {
    const due = Number((await stored('record_invoices', invoice))?.amount_due);
    await peer.payInvoice(invoice, { amount: '30.00' });
    await sync();
    expect(Number((await stored('record_invoices', invoice))?.amount_due)).toBe(due - 30);
    const amounts = (await paymentsOf(invoice)).map((payment) => Number(payment.amount));
    expect(amounts.toSorted((a, b) => a - b)).toEqual([20, 30]);
  });

  test('a contact that was deleted stays until a full sync, which marks it and nothing else of ours', async () => {
    await peer.deleteContact(leaver.id);
    await sync();
    expect(await stored('record_contacts', leaver.id)).toMatchObject({ rootfi_deleted_at: null });
    const full = await sync({ fullSync: true });
    expect(full.status).toBe('SUCCESS');
    expect(full.jobs.find((job) => job.dataModel === 'CONTACT')?.recordsDeleted).toBeGreaterThanOrEqual(1);
    expect((await stored('record_contacts', leaver.id))?.rootfi_deleted_at).not.toBeNull();
    expect(await stored('record_contacts', contact.id)).toMatchObject({ rootfi_deleted_at: null });
    expect(await stored('record_invoices', invoice)).toMatchObject({ rootfi_deleted_at: null });
    expect(await paymentsOf(invoice)).toHaveLength(2);
  });

  test('a password that was changed ends the sync as refused, and nothing stored is lost', async () => {
    const { user, password } = await peer.createUser({});
    const connector = await connectorFor('TRYTON');
    const checked = await connector?.connect({ ...peer.credentials, user, password });
    const { companyId: other } = await makeCompany(ctx, { integration: 'TRYTON' });
    const credentials = { ...checked?.credentials, password: 'not-it-any-more' };
    await makeConnection(
      ctx,
      { companyId: other },
      { integration: 'TRYTON', credentials, entityId: checked?.entityId },
    );
    const { id } = await startSync(ctx, { companyId: other });
    await runSync({ syncId: id });
    expect(await getSync(ctx, { syncId: id })).toMatchObject({ status: 'FAILED', failureClass: 'credentials' });
    const [connection] = await sqlClient()`select status from connections where company_id = ${other}`;
    expect(connection?.status).toBe('EXPIRED');
  });
});

/** So that no model is without a record. */
async function makeOneOfEach(peer: Peer, contact: number): Promise<void> {
  const bill = await peer.createBill({ contact });
  await peer.payInvoice(bill, { amount: '20.00' });
  await peer.creditInvoice(await peer.createBill({ contact }));
  await peer.creditInvoice(await peer.createInvoice({ contact }));
  await peer.createProduct({ name: `Oar ${peer.run}`, code: `OAR-${peer.run}`, price: '12.50', cost: '7.25' });
  const { journal } = await peer.createBankAccount();
  await peer.createStatement(journal, { lines: [{ amount: '100.00' }] });
}
