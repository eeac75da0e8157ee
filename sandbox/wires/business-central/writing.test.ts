import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBusinessCentral, type TestBusinessCentral } from '../../testing/business-central.ts';
import { startTestSandbox, type TestSandbox } from '../../testing/sandbox.ts';

let sandbox: TestSandbox;
let bc: TestBusinessCentral;
let journal: string;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  bc = await openBusinessCentral(sandbox);
  const journals = await bc.walk('customerPaymentJournals');
  journal = String(journals.find(({ code }) => code === 'PAY1200')?.id);
});
afterAll(() => sandbox.stop());

const lines = () => `customerPaymentJournals(${journal})/customerPayments`;
const post = () => bc.call('POST', `journals(${journal})/Microsoft.NAV.post`);
const errorOf = ({ status, json }: Awaited<ReturnType<typeof post>>) => [status, json.error.code];

async function newInvoice(): Promise<Record<string, unknown>> {
  const body = { contact_id: 'con_1', currency_id: 'cur_1', lines: [{ description: 'Work', unit_price: '100' }] };
  const { json } = await sandbox.call('POST', '/_admin/books/acme/invoices', { body });
  const [invoice] = await bc.walk(`salesInvoices?$filter=number eq '${json.number}'`);
  return invoice ?? {};
}

const line = (invoice: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  customerId: invoice.customerId,
  appliesToInvoiceId: invoice.id,
  amount: -40,
  documentNumber: 'pay-1',
  ...more,
});

test('lines of all journals together can’t be listed', async () => {
  const reply = await bc.call('GET', 'customerPayments');
  expect(errorOf(reply)).toEqual([400, 'Application_DialogException']);
  expect(reply.json.error.message).toContain('You must specify a journal batch ID');
});

test('a line waits in its journal until the journal is posted, and is gone then', async () => {
  const invoice = await newInvoice();
  const made = await bc.call('POST', lines(), { body: line(invoice) });
  expect([made.status, made.json.documentNumber, made.json.amount]).toEqual([201, 'PAY-1', -40]);
  expect((await bc.call('GET', `salesInvoices(${invoice.id})`)).json.remainingAmount).toBe(100);
  const posted = await post();
  expect([posted.status, posted.text]).toEqual([204, '']);
  expect(await bc.walk(lines())).toEqual([]);
  expect((await bc.call('GET', `salesInvoices(${invoice.id})`)).json.remainingAmount).toBe(60);
  expect(errorOf(await post())).toEqual([400, 'Application_DialogException']);
});

test('posting takes every line of the journal or none', async () => {
  const [good, bad] = [await newInvoice(), await newInvoice()];
  await bc.call('POST', lines(), { body: line(good) });
  const wrong = await bc.call('POST', lines(), { body: line(bad, { amount: 40 }) });
  expect((await post()).json.error.message).toContain('must be negative');
  expect(await bc.walk(lines())).toHaveLength(2);
  const etag = String(wrong.json['@odata.etag']);
  const removed = await bc.call('DELETE', `customerPayments(${wrong.json.id})`, { headers: { 'if-match': etag } });
  expect(removed.status).toBe(204);
  expect((await post()).status).toBe(204);
  expect((await bc.call('GET', `salesInvoices(${good.id})`)).json.remainingAmount).toBe(60);
});

test('what a line can’t be is refused before it is there', async () => {
  const invoice = await newInvoice();
  const refused = async (more: Record<string, unknown>) =>
    errorOf(await bc.call('POST', lines(), { body: line(invoice, more) }));
  expect(await refused({ documentNumber: 'x'.repeat(21) })).toEqual([400, 'Application_StringExceededLength']);
  expect(await refused({ contactId: invoice.customerId })).toEqual([400, 'BadRequest']);
  expect(await refused({ amount: '40' })).toEqual([400, 'BadRequest_InvalidToken']);
  expect(await refused({ customerId: journal })).toEqual([400, 'Application_DialogException']);
  expect(await bc.walk(lines())).toEqual([]);
});

test('a customer is changed only by whom has read it as it is', async () => {
  const made = await bc.call('POST', 'customers', { body: { displayName: 'Newcomer', city: 'Leeds' } });
  expect([made.status, made.json.displayName, made.json.blocked]).toEqual([201, 'Newcomer', '_x0020_']);
  const path = `customers(${made.json.id})`;
  const change = (headers: Record<string, string>, body: unknown = { email: 'a@example.com' }) =>
    bc.call('PATCH', path, { body, headers });
  expect(errorOf(await change({}))).toEqual([400, 'BadRequest_RequiredParamNotProvided']);
  const etag = String(made.json['@odata.etag']);
  const changed = await change({ 'if-match': etag });
  expect([changed.status, changed.json.email, changed.json.city]).toEqual([200, 'a@example.com', 'Leeds']);
  expect(errorOf(await change({ 'if-match': etag }))).toEqual([409, 'Request_EntityChanged']);
  const current = String(changed.json['@odata.etag']);
  expect(errorOf(await change({ 'if-match': current }, { nope: 1 }))).toEqual([400, 'BadRequest']);
});
