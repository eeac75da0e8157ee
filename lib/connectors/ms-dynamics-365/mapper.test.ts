import { expect, test } from 'vitest';
import { RecordRejected } from '../errors.ts';
import { mapRecord } from './mapper.ts';

const stamps = { id: '0A1B2C3D-0000-4000-8000-00000000000A', lastModifiedDateTime: '2026-03-04T05:06:07.89Z' };
const noId = '00000000-0000-0000-0000-000000000000';
const origin = (entity: string) => ({ ...stamps, '@entity': entity, '@localCurrency': 'DKK' });

const party = {
  ...origin('customers'),
  number: '10000',
  displayName: 'Adatum',
  addressLine1: '',
  addressLine2: '',
  city: '',
  state: '',
  country: '',
  postalCode: '',
  phoneNumber: '',
  email: '',
  website: '',
  taxRegistrationNumber: '',
  currencyCode: '',
  blocked: '_x0020_',
};

const line = {
  id: '0A1B2C3D-0000-4000-8000-00000000000B',
  itemId: noId,
  accountId: noId,
  lineType: 'Account',
  description: 'Work',
  quantity: 2,
  unitPrice: 12.5,
  discountAmount: 0,
  amountExcludingTax: 25,
  totalTaxAmount: '6.25',
  amountIncludingTax: 31.25,
};
const invoice = {
  ...origin('salesInvoices'),
  number: 'S-INV103001',
  invoiceDate: '2026-03-01',
  dueDate: '0001-01-01',
  customerId: noId,
  currencyCode: 'EUR',
  discountAmount: 0,
  totalAmountExcludingTax: 25,
  totalTaxAmount: 6.25,
  totalAmountIncludingTax: 31.25,
  remainingAmount: 31.25,
  status: 'Open',
  salesInvoiceLines: [line, { ...line, lineType: 'Comment', description: 'Thank you' }],
};

test('text, dates and references that are not there are null, and ids are in small letters', () => {
  const { platformId, fields, children } = mapRecord('CONTACT', party);
  expect(platformId).toBe('0a1b2c3d-0000-4000-8000-00000000000a');
  expect(fields).toMatchObject({ tax_number: null, currency_id: 'DKK', updated_at: '2026-03-04T05:06:07.890Z' });
  expect(children).toEqual({ external_links: [], phone_numbers: [], addresses: [] });
  expect(mapRecord('INVOICE', invoice).fields).toMatchObject({
    due_date: null,
    contact_id: null,
    posted_date: '2026-03-01T00:00:00.000Z',
  });
});

test.each([
  ['_x0020_', 'active'],
  [' ', 'active'],
  ['All', 'inactive'],
  ['Ship', 'suspended'],
  ['Payment', 'suspended'],
])('a contact blocked as %o is %s', (blocked, status) => {
  expect(mapRecord('CONTACT', { ...party, blocked }).fields.status).toBe(status);
});

test.each([
  ['Draft', 31.25, 'draft'],
  ['In_x0020_Review', 31.25, 'draft'],
  ['Open', 31.25, 'submitted'],
  ['Open', '6.2500', 'partially_paid'],
  ['Paid', 0, 'paid'],
  ['Canceled', 0, 'void'],
  ['Corrective', 0, 'void'],
  ['Something new', 0, 'unknown'],
])('an invoice that is %s with %s left is %s', (status, remainingAmount, expected) => {
  expect(mapRecord('INVOICE', { ...invoice, status, remainingAmount }).fields.status).toBe(expected);
});

test('lines keep their digits, and comments are none', () => {
  const { line_items } = mapRecord('INVOICE', invoice).children;
  expect(line_items).toMatchObject([{ quantity: '2', unit_amount: '12.5', tax_amount: '6.25', total_amount: '31.25' }]);
});

test('what is left of a bill is only known when it is paid', () => {
  const { customerId, remainingAmount, salesInvoiceLines, ...rest } = invoice;
  const bill = { ...rest, vendorId: customerId, purchaseInvoiceLines: [{ ...line, unitCost: 12.5 }] };
  expect(mapRecord('BILL', bill).fields.amount_due).toBe(null);
  expect(mapRecord('BILL', { ...bill, status: 'Paid' }).fields.amount_due).toBe('0');
});

test.each([
  ['Cost_x0020_of_x0020_Goods_x0020_Sold', 'expense'],
  ['Liabilities', 'liability'],
  ['_x0020_', 'unknown'],
])('an account of category %s is %s', (category, expected) => {
  const account = { ...origin('accounts'), number: '1', displayName: 'A', category, subCategory: '', blocked: false };
  expect(mapRecord('ACCOUNT', { ...account, netChange: -1.5 }).fields).toMatchObject({
    category: expected,
    current_balance: '-1.5',
    currency_id: 'DKK',
  });
});

test('a record that can’t be read is rejected by the first field that is wrong', () => {
  const broken = () => mapRecord('INVOICE', { ...invoice, totalTaxAmount: null });
  expect(broken).toThrow(RecordRejected);
  expect(broken).toThrow(/^totalTaxAmount: /);
});
