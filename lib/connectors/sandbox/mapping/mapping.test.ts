import { expect, test } from 'vitest';
import type { RecordModel } from '../../../domain/records/registry.ts';
import { mapRecord } from '../mapper.ts';

const modified = '2026-02-03T04:05:06.789Z';
const line = {
  id: 'x.1',
  description: 'Oak',
  item_id: 'itm_1',
  quantity: '2',
  unit_price: '10.50',
  discount: '0.00',
  tax_rate_id: 'tax_1',
  net: '21.00',
  tax: '4.20',
  total: '25.20',
  account_id: 'acc_3',
};
const document = {
  id: 'doc_1',
  modified,
  number: 'N-1',
  contact_id: 'con_1',
  currency_id: 'cur_1',
  rate: '1.25',
  issued_on: '2026-02-01',
  subtotal: '21.00',
  discount: '0.00',
  tax: '4.20',
  total: '25.20',
  balance: '5.20',
  note: 'Memo',
  lines: [line],
};
const settlement = {
  id: 'bpy_1',
  modified,
  contact_id: 'con_1',
  account_id: 'acc_60',
  currency_id: 'cur_1',
  rate: '1.25',
  amount: '20.00',
  paid_on: '2026-02-03',
  reference: 'PMT-1',
  method: 'transfer',
  note: null,
};
const transaction = {
  id: 'btx_1',
  modified,
  direction: 'out',
  kind: 'transfer',
  status: 'reconciled',
  account_id: 'acc_16',
  from_account_id: 'acc_60',
  to_account_id: 'acc_15',
  contact_id: null,
  currency_id: 'cur_1',
  rate: '1',
  amount: '7.50',
  booked_on: '2026-02-03',
};

const expectFields = (model: RecordModel, raw: object) => expect(mapRecord(model, raw).fields);

test('a bill is what an invoice is, with its lines', () => {
  const raw = { ...document, status: 'part_paid', due_on: '2026-03-01' };
  expect(mapRecord('BILL', raw)).toEqual(mapRecord('INVOICE', raw));
  expectFields('BILL', raw).toMatchObject({ status: 'partially_paid', amount_due: '5.20' });
});

test.each([
  ['draft', 'draft'],
  ['sent', 'submitted'],
  ['confirmed', 'open'],
  ['part_billed', 'partially_billed'],
  ['billed', 'closed'],
  ['cancelled', 'void'],
  ['something_new', 'unknown'],
])('an order that is %s on the platform is %s here', (theirs, ours) => {
  const raw = { ...document, status: theirs, delivery_on: '2026-02-20' };
  for (const model of ['SALES_ORDER', 'PURCHASE_ORDER'] as const) {
    expectFields(model, raw).toMatchObject({
      status: ours,
      delivery_date: '2026-02-20T00:00:00.000Z',
      due_date: null,
      total_amount: '25.20',
    });
  }
});

test.each([
  ['issued', 'submitted'],
  ['part_refunded', 'partially_paid'],
  ['refunded', 'paid'],
  ['cancelled', 'void'],
])('a credit note that is %s on the platform is %s here, and names its documents', (theirs, ours) => {
  const credit = { ...document, status: theirs };
  const common = { status: ours, remaining_credit: '5.20', total_amount: '25.20', memo: 'Memo' };
  expectFields('INVOICE_CREDIT_NOTE', { ...credit, invoice_ids: ['inv_1'] }).toMatchObject({
    ...common,
    invoice_ids: ['inv_1'],
  });
  expectFields('BILL_CREDIT_NOTE', { ...credit, bill_ids: ['bil_1'] }).toMatchObject({
    ...common,
    bill_ids: ['bil_1'],
  });
});

test('a payment of a bill names the bill', () => {
  expectFields('BILL_PAYMENT', { ...settlement, bill_id: 'bil_1' }).toEqual({
    bill_id: 'bil_1',
    account_id: 'acc_60',
    credit_note_id: null,
    amount: '20.00',
    payment_mode: 'transfer',
    currency_id: 'cur_1',
    currency_rate: '1.25',
    memo: null,
    payment_date: '2026-02-03T00:00:00.000Z',
    contact_id: 'con_1',
    document_number: 'PMT-1',
    updated_at: modified,
  });
});

test('money that goes out is a debit, money that comes in a credit', () => {
  expectFields('BANK_TRANSACTION', transaction).toMatchObject({
    debit_or_credit: 'debit',
    type: 'transfer',
    status: 'reconciled',
    from_account_id: 'acc_60',
    to_account_id: 'acc_15',
    transaction_date: '2026-02-03T00:00:00.000Z',
  });
  expectFields('BANK_TRANSACTION', { ...transaction, direction: 'in' }).toMatchObject({ debit_or_credit: 'credit' });
});

test('an item says whether it is bought and sold, and on what terms', () => {
  const sale = { description: 'Oak', unit_price: '10.50', account_id: 'acc_3', tax_rate_id: 'tax_1' };
  const raw = {
    ...{ id: 'itm_1', modified, code: 'A-1', name: 'Oak', description: null, kind: 'stock', active: true },
    ...{ on_hand: '40', sale, purchase: null },
  };
  expectFields('ITEM', raw).toMatchObject({
    type: 'inventory',
    status: 'active',
    quantity_on_hand: '40',
    is_invoice_item: true,
    is_bill_item: false,
    invoice_item: { description: 'Oak', unit_price: '10.50', account_id: 'acc_3', tax_id: 'tax_1' },
    bill_item: null,
  });
});

test('a tax brings its parts', () => {
  const parts = [{ name: 'Levy', rate: '1', compound: true }];
  const raw = { id: 'tax_1', modified, code: 'L', name: 'Levy', kind: 'sales', rate: '21', effective: '21.2', parts };
  expectFields('TAX_RATE', raw).toMatchObject({
    total_tax_rate: '21',
    effective_tax_rate: '21.2',
    components: [{ name: 'Levy', rate: '1', is_compound: true }],
  });
});

test('a journal brings both of its sides', () => {
  const side = { id: 'jnl_1.1', account_id: 'acc_1', contact_id: null, description: 'x', net: '5.00', tax: '0.00' };
  const raw = {
    ...{ id: 'jnl_1', modified, number: 'JE-1', posted_on: '2026-01-31', currency_id: 'cur_1', rate: '1' },
    ...{ description: 'Accrual', amount: '5.00' },
    lines: [
      { ...side, side: 'debit' },
      { ...side, id: 'jnl_1.2', side: 'credit' },
    ],
  };
  const mapped = mapRecord('JOURNAL_ENTRY', raw);
  expect(mapped.children.journal_lines.map((one) => [one.platform_id, one.type, one.net_amount])).toEqual([
    ['jnl_1.1', 'debit', '5.00'],
    ['jnl_1.2', 'credit', '5.00'],
  ]);
  expect(mapped.fields).toMatchObject({ amount: '5.00', posted_date: '2026-01-31T00:00:00.000Z' });
});

test('the company itself is reached as a contact is', () => {
  const raw = {
    ...{ id: 'org_1', modified, name: 'Acme', legal_name: 'Acme Ltd', tax_number: 'GB1', registration_number: '7' },
    ...{ base_currency: 'GBP', year_starts_on: '2026-01-01', opened: '2024-11-26T21:00:00.000Z' },
    ...{ emails: [{ id: 'org_1.em1', address: 'a@acme.example' }], websites: [], phones: [], addresses: [] },
  };
  const mapped = mapRecord('COMPANY_INFO', raw);
  expect(mapped.fields).toMatchObject({ base_currency: 'GBP', fiscal_start_at: '2026-01-01T00:00:00.000Z' });
  expect(mapped.children.external_links).toMatchObject([{ link: 'a@acme.example', type: 'EMAIL' }]);
});
