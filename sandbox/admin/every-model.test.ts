import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Model, models } from '../state/book.ts';
import { startTestSandbox, type TestSandbox } from '../testing/sandbox.ts';

let sandbox: TestSandbox;
let token: string;
let billId: string;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  token = await sandbox.signIn('acme');
  const supplier = await edit('POST', '/contacts', { name: 'Mill & Son', kind: 'supplier' });
  billId = (await edit('POST', '/bills', { contact_id: supplier.json.id, lines })).json.id;
});
afterAll(() => sandbox.stop());

const edit = (method: string, path: string, body?: unknown) =>
  sandbox.call(method, `/_admin/books/acme${path}`, { body });
const read = async (path: string) => (await sandbox.call('GET', `/v1${path}`, { token })).json;

const lines = [{ description: 'Oak', quantity: '2', unit_price: '10.5', tax_rate: '20', item_id: 'itm_1' }];
const totals = { subtotal: '21.00', tax: '4.20', total: '25.20' };
const document = { contact_id: 'con_1', currency_id: 'cur_1', lines };
const sides = [
  { side: 'debit', account_id: 'acc_1', net: '5' },
  { side: 'credit', account_id: 'acc_2', net: '5' },
];

/** A record of each model with little more than it needs, and what the books make of it. */
const records: Record<Exclude<Model, 'company'>, () => [body: object, made: object]> = {
  currencies: () => [{ code: 'SEK' }, { code: 'SEK', decimals: 2 }],
  accounts: () => [
    { code: '9000', name: 'Other' },
    { class: 'expense', active: true },
  ],
  tax_rates: () => [
    { code: 'X', name: 'Extra', rate: '12.5' },
    { effective: '12.5', parts: [] },
  ],
  dimensions: () => [
    { code: 'EAST', name: 'East', parent_id: 'dim_2' },
    { active: true, parent_id: 'dim_2' },
  ],
  items: () => [
    { code: 'Z', name: 'Zinc', sale: { description: 'Zinc', unit_price: '1', account_id: 'acc_1' } },
    { kind: 'non_stock', sale: { account_id: 'acc_1', tax_rate_id: null }, purchase: null },
  ],
  contacts: () => [{ name: 'A' }, { kind: 'customer' }],
  bank_accounts: () => [
    { name: 'Savings', account_id: 'acc_15' },
    { kind: 'current', currency_id: 'cur_1' },
  ],
  sales_orders: () => [document, { ...totals, balance: '25.20', status: 'confirmed' }],
  purchase_orders: () => [
    { ...document, status: 'billed' },
    { ...totals, balance: '0.00' },
  ],
  invoices: () => [document, { ...totals, balance: '25.20', status: 'issued' }],
  bills: () => [document, { ...totals, balance: '25.20', status: 'issued' }],
  credit_notes: () => [
    { ...document, invoice_ids: ['inv_1'] },
    { ...totals, balance: '25.20', invoice_ids: ['inv_1'] },
  ],
  supplier_credits: () => [
    { ...document, bill_ids: [billId] },
    { ...totals, balance: '25.20', bill_ids: [billId] },
  ],
  payments: () => [{ invoice_id: 'inv_62', amount: '1' }, { method: 'transfer' }],
  bill_payments: () => [
    { bill_id: billId, amount: '1' },
    { bill_id: billId, currency_id: 'cur_1' },
  ],
  expenses: () => [{ lines }, { ...totals, status: 'booked', contact_id: null }],
  bank_transactions: () => [
    { bank_account_id: 'ban_1', direction: 'out', amount: '7.5' },
    { amount: '7.50', kind: 'withdrawal', to_account_id: null },
  ],
  journals: () => [{ description: 'By hand', lines: sides }, { amount: '5.00' }],
};

describe.each(models.filter((model) => model !== 'company'))('of %s', (model) => {
  test('a record is made, read, changed and deleted', async () => {
    // The book's own last one is settled or not as chance has it.
    if (model === 'payments') await edit('POST', '/invoices', document);
    const [body, expected] = records[model]();
    const made = await edit('POST', `/${model}`, body);
    expect(made).toMatchObject({ status: 201, json: expected });
    const { id } = made.json;
    expect(await read(`/${model}/${id}`)).toEqual(made.json);
    const changed = await edit('PATCH', `/${model}/${id}`, {});
    expect(changed.status).toBe(200);
    expect(changed.json).toEqual({ ...made.json, modified: expect.any(String) });
    expect((await edit('DELETE', `/${model}/${id}`)).status).toBe(204);
    expect((await read(`/${model}?ids=${id}`)).data).toEqual([]);
  });

  test('a field that it does not have is refused by name', async () => {
    const [body] = records[model]();
    const { status, json } = await edit('POST', `/${model}`, { ...body, colour: 'red' });
    expect([status, json.error.code, json.error.field]).toEqual([400, 'unknown_field', 'colour']);
  });
});

test('the company of the books is changed, and there is never a second one', async () => {
  const changed = await edit('PATCH', '/company/org_1', { legal_name: 'Acme Limited', emails: ['a@acme.example'] });
  expect(changed.json).toMatchObject({ legal_name: 'Acme Limited', emails: [{ id: 'org_1.em1' }] });
  expect((await edit('POST', '/company', { name: 'Second' })).json.error.code).toBe('not_allowed');
});

test('a bill is paid like an invoice, and takes its payments with it', async () => {
  const bill = (await edit('POST', '/bills', document)).json;
  const pay = (amount: string) => edit('POST', '/bill_payments', { bill_id: bill.id, amount });
  const first = await pay('20');
  expect(await read(`/bills/${bill.id}`)).toMatchObject({ balance: '5.20', status: 'part_paid' });
  expect((await pay('5.21')).json.error).toMatchObject({ code: 'amount_too_large', field: 'amount' });
  await pay('5.2');
  expect((await pay('1')).json.error).toMatchObject({ code: 'bill_closed', field: 'bill_id' });
  await edit('DELETE', `/bills/${bill.id}`);
  expect((await read(`/bill_payments?ids=${first.json.id}`)).data).toEqual([]);
});

test.each([
  ['/journals', { description: 'x', lines: [sides[0], { ...sides[1], net: '4' }] }, 'not_allowed', 'lines'],
  ['/journals', { description: 'x', lines: [{ ...sides[0], net: '1.234' }, sides[1]] }, 'invalid_field', 'lines'],
  ['/bills', { ...document, lines: [{ ...lines[0], item_id: 'itm_999' }] }, 'unknown_reference', 'lines.0.item_id'],
  ['/credit_notes', { ...document, invoice_ids: ['inv_9999'] }, 'unknown_reference', 'invoice_ids'],
  ['/bank_transactions', { bank_account_id: 'ban_1', direction: 'in', amount: '1.005' }, 'invalid_field', 'amount'],
  [
    '/bank_transactions',
    { bank_account_id: 'ban_99', direction: 'in', amount: '1' },
    'unknown_reference',
    'bank_account_id',
  ],
  ['/dimensions', { code: 'A', name: 'A', parent_id: 'dim_99' }, 'unknown_reference', 'parent_id'],
])('POST %s with %j is refused by its field', async (path, body, code, field) => {
  expect((await edit('POST', path, body)).json.error).toMatchObject({ code, field });
});
