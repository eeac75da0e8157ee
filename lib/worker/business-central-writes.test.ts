import { expect, test } from 'vitest';
import { createTestDatabase } from '../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../db/testing/factories.ts';
import { businessCentralBooks } from '../connectors/ms-dynamics-365/testing/books.ts';
import { makeContext } from '../context.ts';
import { call } from '../dialects/core-v4/testing/core-api.ts';
import { createApiKey } from '../domain/api-keys/mutations.ts';
import { updateModelConfigs } from '../domain/sync-config/mutations.ts';
import { getWrite, listWrites } from '../domain/writes/data.ts';
import { settleWrite } from '../domain/writes/settle.ts';
import { comeDue } from '../domain/writes/testing/writing-company.ts';

await createTestDatabase();
const books = await businessCentralBooks();
const { bc, credentials } = books;
const journals = await bc.walk('customerPaymentJournals');
const payment_journal_id = journals.find(({ code }) => code === 'PAY1200')?.id;

const { ctx } = await makeOrganisation();
const { companyId } = await makeCompany(ctx, { integration: 'MS_DYNAMICS_365' });
const entityId = credentials.companyId;
await makeConnection(ctx, { companyId }, { integration: 'MS_DYNAMICS_365', credentials, entityId });
await updateModelConfigs(ctx, {
  companyId,
  configs: (['CONTACT', 'INVOICE_PAYMENT'] as const).map((dataModel) => ({
    dataModel,
    category: 'ACCOUNTING',
    enabled: true,
    frequency: 'DAILY',
    interval: 1,
    scopeAccess: ['READ', 'CREATE', 'UPDATE'],
  })),
});
const system = makeContext({ ...ctx, actor: { type: 'system', id: 'test', label: 'Test' } });
const { key } = await createApiKey(system, { name: 'Writes' });

interface Answer {
  data: Record<string, unknown>;
  sync_id: string;
}

const send = async (method: string, path: string, data: Record<string, unknown>) => {
  const { status, body } = await call(method, `/core/companies/${companyId}${path}`, { key, body: { data } });
  return { status, body: body as Answer };
};

async function newInvoice(): Promise<string> {
  const line = { description: 'Work', unit_price: '100' };
  const { number } = await books.admin('POST', 'invoices', {
    contact_id: 'con_1',
    currency_id: 'cur_1',
    lines: [line],
  });
  const [invoice] = await bc.walk(`salesInvoices?$filter=number eq '${number}'`);
  return String(invoice?.id);
}

const pay = (invoice_id: string) =>
  send('POST', '/invoice_payments', {
    invoice_id,
    amount: 25.5,
    payment_date: '2026-03-04T15:00:00.000Z',
    document_number: 'R-1',
    raw_data: { payment_journal_id },
  });
const dueOf = async (invoiceId: string) => {
  const { body } = await call('GET', `/core/companies/${companyId}/invoices?platform_id[eq]=${invoiceId}`, { key });
  return (body as { data: { amount_due: number; status: string }[] }).data[0];
};

test('a payment is answered as Business Central has it, and its invoice is true at once', async () => {
  const invoice = await newInvoice();
  const { status, body } = await pay(invoice);
  expect([status, body.data]).toMatchObject([
    200,
    { invoice_id: invoice, amount: 25.5, currency_id: 'GBP', document_number: 'R-1' },
  ]);
  expect(await dueOf(invoice)).toMatchObject({ amount_due: 74.5, status: 'partially_paid' });
});

test('a payment whose answers are lost at each step is booked once', async () => {
  const invoice = await newInvoice();
  // Entered without an answer, then posted without one.
  await books.fail({ kind: 'done_but_error', model: 'payments', times: 2 });
  expect((await pay(invoice)).status).toBe(202);
  const [write] = (await listWrites(ctx, { companyId, limit: 1 })).writes;
  if (!write) throw new Error('There is no write');
  const settled: string[] = [];
  for (const _step of ['posted', 'found']) {
    await comeDue(write.syncId);
    settled.push((await settleWrite({ writeId: write.id })).state);
  }
  expect(settled.at(-1)).toBe('confirmed');
  expect(await getWrite(ctx, { writeId: write.id })).toMatchObject({ state: 'CONFIRMED', attempts: 2 });
  expect(await dueOf(invoice)).toMatchObject({ amount_due: 74.5 });
});

test('a contact is made and changed', async () => {
  const made = await send('POST', '/contacts', { name: 'Newcomer', email: 'a@example.com' });
  expect([made.status, made.body.data.name]).toEqual([200, 'Newcomer']);
  const changed = await send('PATCH', `/contacts/${made.body.data.rootfi_id}`, { name: 'Newcomer Ltd' });
  expect([changed.status, changed.body.data.name]).toEqual([200, 'Newcomer Ltd']);
});
