import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RecordRejected } from '../errors.ts';
import { mapRecord } from './mapper.ts';
import { decimal } from './mapping/values.ts';

const invoice = {
  id: '71',
  type: 'CustInvc',
  tranid: 'INV71',
  entity: '5',
  currency: '1',
  exchangerate: '1',
  status: 'A',
  voided: 'F',
  foreigntotal: '107.1',
  foreignamountunpaid: '107.1',
  trandate: '2026-02-28',
  duedate: '2026-03-30',
  lastmodifieddate: '2026-03-01 09:08:07',
  updated_at: '2026-03-01T17:08:07.000Z',
  lines: [
    {
      id: '1',
      item: '9',
      itemtype: 'Service',
      memo: 'Work',
      quantity: '-2',
      rate: '50',
      foreignamount: '-100',
      taxline: 'F',
      account: '40',
    },
    { id: '2', itemtype: 'Discount', memo: 'Friends', rate: '-10', foreignamount: '10', taxline: 'F', account: '41' },
    { id: '3', itemtype: 'TaxItem', foreignamount: '-17.1', taxline: 'T', account: '22' },
  ],
};

describe('a document', () => {
  test('shows what is sold without the ledger’s signs, and discount and tax as sums of their lines', () => {
    expect(mapRecord('INVOICE', invoice)).toEqual({
      platformId: '71',
      platformUniqueId: '71',
      fields: {
        document_number: 'INV71',
        status: 'submitted',
        contact_id: '5',
        currency_id: '1',
        currency_rate: '1',
        posted_date: '2026-02-28T00:00:00.000Z',
        due_date: '2026-03-30T00:00:00.000Z',
        sub_total: '90',
        total_discount: '10',
        tax_amount: '17.1',
        total_amount: '107.1',
        amount_due: '107.1',
        memo: null,
        updated_at: '2026-03-01T17:08:07.000Z',
      },
      children: {
        line_items: [
          expect.objectContaining({
            platform_id: '71:1',
            item_id: '9',
            account_id: '40',
            quantity: '2',
            unit_amount: '50',
            sub_total: '100',
            total_amount: '100',
          }),
          expect.objectContaining({ platform_id: '71:2', item_id: null, quantity: null, sub_total: '-10' }),
        ],
      },
    });
  });

  test('of a supplier has its total with the other sign and its lines without', () => {
    const lines = [{ id: '1', quantity: '3', rate: '.5', foreignamount: '1.5', taxline: 'F', account: '50' }];
    const bill = { ...invoice, type: 'VendBill', foreigntotal: '-1.5', foreignamountunpaid: '1.5', lines };
    const { fields, children } = mapRecord('BILL', bill);
    expect(fields).toMatchObject({ total_amount: '1.5', amount_due: '1.5', sub_total: '1.5', tax_amount: '0' });
    expect(children.line_items[0]).toMatchObject({ quantity: '3', unit_amount: '0.5', sub_total: '1.5' });
  });

  test.each([
    [{ status: 'A' }, 'submitted'],
    [{ status: 'A', foreignamountunpaid: '107.09' }, 'partially_paid'],
    [{ status: 'B', foreignamountunpaid: '0' }, 'paid'],
    [{ status: 'D' }, 'draft'],
    [{ status: 'CustInvc:B', foreignamountunpaid: '0' }, 'paid'],
    [{ status: 'E' }, 'void'],
    [{ status: 'V' }, 'void'],
    [{ status: 'A', voided: 'T' }, 'void'],
    [{ status: 'Q' }, 'unknown'],
    [{ status: undefined }, 'unknown'],
  ])('with %j is %s', (more, status) => {
    expect(mapRecord('INVOICE', { ...invoice, ...more }).fields.status).toBe(status);
  });
});

const paid = {
  id: '83:71',
  paymentid: '83',
  document: '71',
  tranid: 'PYMT8',
  entity: '5',
  currency: '1',
  exchangerate: '1.2',
  foreigntotal: '500',
  foreignamount: '40',
  trandate: '2026-03-02',
  account: '15',
};

test('a payment has the share of its document, and the platform’s own id beside', () => {
  const { platformId, platformUniqueId, fields } = mapRecord('INVOICE_PAYMENT', paid);
  expect([platformId, platformUniqueId]).toEqual(['83:71', '83']);
  expect(fields).toMatchObject({
    invoice_id: '71',
    amount: '40',
    account_id: '15',
    payment_date: '2026-03-02T00:00:00.000Z',
  });
  expect(mapRecord('BILL_PAYMENT', { ...paid, foreignamount: '-40' }).fields).toMatchObject({
    bill_id: '71',
    amount: '40',
  });
});

describe('a contact', () => {
  const row = { id: '5', recordtype: 'customer', isinactive: 'F', addresses: [] };

  test('is named as a company, or as a person, or by its id', () => {
    const nameOf = (more: object) => mapRecord('CONTACT', { ...row, entityid: 'C-5', ...more }).fields;
    const person = { firstname: 'Ada', lastname: 'King' };
    expect(nameOf({ companyname: 'Engines', ...person })).toMatchObject({ name: 'Engines', contact_name: 'Ada King' });
    expect(nameOf({ isperson: 'T', ...person })).toMatchObject({ name: 'Ada King', contact_name: null });
    expect(nameOf({})).toMatchObject({ name: 'C-5', contact_name: null });
  });

  test('who is a vendor as well is both', () => {
    const typeOf = (more: object) => mapRecord('CONTACT', { ...row, ...more }).fields.contact_type;
    expect([typeOf({}), typeOf({ vendorid: '5' }), typeOf({ recordtype: 'vendor' })]).toEqual([
      'customer',
      'both',
      'vendor',
    ]);
  });
});

test('an account has its type’s category, and one of a type that is new is unknown', () => {
  const categoryOf = (accttype: string) =>
    mapRecord('ACCOUNT', { id: '1', accttype, isinactive: 'F', balance: '-3.10' }).fields;
  expect(categoryOf('AcctRec')).toMatchObject({ category: 'asset', sub_category: 'AcctRec', current_balance: '-3.10' });
  expect(categoryOf('CredCard').category).toBe('liability');
  expect(categoryOf('Statistical').category).toBe('unknown');
});

test('an item that is sold alone has no terms to buy it on', () => {
  const item = { id: '1', itemid: 'A', itemtype: 'Service', isinactive: 'T', incomeaccount: '40' };
  const prices = [{ item: '1', currency: '1', unitprice: '12.5' }];
  expect(mapRecord('ITEM', { ...item, subtype: 'Sale', prices }).fields).toMatchObject({
    type: 'service',
    status: 'inactive',
    is_bill_item: false,
    bill_item: null,
    invoice_item: { unit_price: '12.5', account_id: '40' },
  });
  expect(mapRecord('ITEM', { ...item, itemtype: 'InvtPart', prices: [] }).fields).toMatchObject({
    is_bill_item: true,
    is_invoice_item: true,
  });
});

test.each([
  ['INVOICE', { ...invoice, foreigntotal: 'much' }, 'foreigntotal'],
  ['INVOICE', { ...invoice, trandate: '2/28/2026' }, 'trandate'],
  ['INVOICE', { ...invoice, lines: [{ ...invoice.lines[0], quantity: {} }] }, 'lines.0.quantity'],
  ['INVOICE_PAYMENT', { ...paid, id: '83' }, 'id'],
  ['CURRENCY', { id: '1', symbol: 'Pound', isbasecurrency: 'T' }, 'symbol'],
  ['ACCOUNT', null, undefined],
] as const)('a %s that can’t be read names the field', (model, raw, field) => {
  const failure = (() => {
    try {
      return mapRecord(model, raw);
    } catch (error) {
      return error;
    }
  })();
  expect(failure).toBeInstanceOf(RecordRejected);
  expect((failure as RecordRejected).field).toBe(field);
});

test('a number in any form that a database gives is the same number, written out', () => {
  expect([decimal.parse('.5'), decimal.parse('-.25'), decimal.parse('1.5E+3'), decimal.parse('7E-2')]).toEqual([
    '0.5',
    '-0.25',
    '1500',
    '0.07',
  ]);
  const digits = fc.bigInt({ min: 0n, max: 10n ** 20n });
  fc.assert(
    fc.property(fc.boolean(), digits, fc.integer({ min: -30, max: 30 }), (isNegative, value, exponent) => {
      const given = `${isNegative ? '-' : ''}${value}E${exponent}`;
      const plain = decimal.parse(given);
      expect(plain).toMatch(/^-?\d+(\.\d+)?$/);
      expect(new Decimal(plain).equals(new Decimal(given))).toBe(true);
    }),
  );
});
