import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBusinessCentral, type TestBusinessCentral } from '../../testing/business-central.ts';
import { startTestSandbox, type TestSandbox } from '../../testing/sandbox.ts';

let sandbox: TestSandbox;
let bc: TestBusinessCentral;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  bc = await openBusinessCentral(sandbox);
});
afterAll(() => sandbox.stop());

const get = (path: string) => bc.call('GET', path);
const refusal = async (path: string) => {
  const { status, json } = await get(path);
  return [status, json.error.code];
};
const native = async (model: string) => sandbox.walk(await sandbox.signIn('acme'), model);

test('pages of the size preferred are linked to each other and hold every record once', async () => {
  const first = await bc.call('GET', 'salesInvoices', { headers: { prefer: 'odata.maxpagesize=25' } });
  expect(first.json.value).toHaveLength(25);
  expect(first.json['@odata.nextLink']).toContain('$skiptoken='.replace('$', '%24'));
  const all = await bc.walk('salesInvoices?$orderby=lastModifiedDateTime', 25);
  expect(new Set(all.map(({ id }) => id)).size).toBe((await native('invoices')).length);
  const stamps = all.map((one) => String(one.lastModifiedDateTime));
  expect(stamps).toEqual(stamps.toSorted());
});

test('a filter compares fields, joined by and, or and parentheses', async () => {
  const all = await bc.walk('salesInvoices');
  const stamp = String(all[20]?.lastModifiedDateTime);
  const filter = `lastModifiedDateTime gt ${stamp} and (status eq 'Paid' or status eq 'Open')`;
  const found = await bc.walk(`salesInvoices?$filter=${encodeURIComponent(filter)}`);
  const fits = (one: Record<string, unknown>) =>
    String(one.lastModifiedDateTime) > stamp && ['Paid', 'Open'].includes(String(one.status));
  expect(found).toHaveLength(all.filter(fits).length);
  expect(found.every(fits)).toBe(true);
});

test('$top holds for the whole walk', async () => {
  expect(await bc.walk('customers?$top=7', 3)).toHaveLength(7);
});

test('queries that are not understood are refused', async () => {
  expect(await refusal('customers?$filter=nope eq 1')).toEqual([400, 'BadRequest']);
  expect(await refusal('customers?$filter=number like 1')).toEqual([400, 'BadRequest_NotFound']);
  expect(await refusal("customers?$filter=(number eq 'C1'")).toEqual([400, 'BadRequest_NotFound']);
  const distinct = `customers?$filter=${encodeURIComponent("number eq 'C1' or email eq 'a'")}`;
  expect(await refusal(distinct)).toEqual([501, 'BadRequest_MethodNotImplemented']);
  expect(await refusal('customers?$expand=nope')).toEqual([400, 'BadRequest']);
  expect(await refusal('customers?$skiptoken=nope')).toEqual([400, 'BadRequest']);
  expect(await refusal('customers?limit=3')).toEqual([400, 'BadRequest']);
  expect(await refusal('nope')).toEqual([404, 'BadRequest_ResourceNotFound']);
});

test('an invoice comes with its lines when asked, and its amounts are numbers with every digit', async () => {
  const [one] = (await get('salesInvoices?$top=1&$expand=salesInvoiceLines')).json.value;
  const alone = await get(`salesInvoices(${one.id})?$expand=salesInvoiceLines`);
  expect(alone.json.salesInvoiceLines).toEqual(one.salesInvoiceLines);
  expect(one.salesInvoiceLines[0]).toMatchObject({ documentId: one.id, sequence: 10_000 });
  expect(typeof one.totalAmountIncludingTax).toBe('number');
  expect(one['@odata.etag']).toMatch(/^W\/"'.+'"$/);
});

test('customers and vendors are apart, and one who is both is in each', async () => {
  const contacts = await native('contacts');
  const count = (kinds: string[]) => contacts.filter(({ kind }) => kinds.includes(String(kind))).length;
  expect(await bc.walk('customers')).toHaveLength(count(['customer', 'both']));
  expect(await bc.walk('vendors')).toHaveLength(count(['supplier', 'both']));
});

test('the currency of the books is no record, but the information of the company', async () => {
  expect((await bc.walk('currencies')).map(({ code }) => code)).toEqual(['JPY', 'KWD']);
  expect((await get('companyInformation')).json.value).toMatchObject([{ currencyCode: 'GBP' }]);
});

test('payments stand in the general ledger, on both sides, in the currency of the books', async () => {
  const [payment] = (await native('payments')).filter(({ currency_id }) => currency_id === 'cur_1');
  const filter = encodeURIComponent(`documentNumber eq '${payment?.reference}' and documentType eq 'Payment'`);
  const entries = await bc.walk(`generalLedgerEntries?$filter=${filter}`);
  const amount = Number(payment?.amount);
  expect(entries).toMatchObject([
    { accountNumber: '1100', debitAmount: 0, creditAmount: amount },
    { accountNumber: '1200', debitAmount: amount, creditAmount: 0 },
  ]);
});
