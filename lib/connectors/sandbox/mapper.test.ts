import { describe, expect, test } from 'vitest';
import { RecordRejected } from '../errors.ts';
import { mapRecord } from './mapper.ts';

const stamps = { created: '2026-01-02T03:04:05.678Z', modified: '2026-02-03T04:05:06.789Z', deleted: null };
const invoice = {
  id: 'inv_7',
  ...stamps,
  number: 'INV-2026-00007',
  status: 'part_paid',
  contact_id: 'con_1',
  currency_id: 'cur_4',
  rate: '0.391000',
  issued_on: '2026-01-02',
  due_on: '2026-02-01',
  subtotal: '10.005',
  discount: '0.000',
  tax: '0.000',
  total: '10.005',
  balance: '0.005',
  note: null,
  lines: [
    {
      id: 'inv_7.1',
      description: '布',
      item_id: 'itm_3',
      quantity: '2.5',
      unit_price: '4.002',
      discount: '0.000',
      tax_rate: '0',
      tax_rate_id: 'tax_2',
      net: '10.005',
      tax: '0.000',
      total: '10.005',
      account_id: 'acc_29',
    },
  ],
};
const contact = {
  id: 'con_1',
  ...stamps,
  name: 'شركة المنار',
  person: null,
  kind: 'supplier',
  status: 'blocked',
  currency_id: 'cur_1',
  tax_number: null,
  registration_number: 'CR-1',
  emails: [{ id: 'con_1.em1', address: 'a@b.example' }],
  websites: [{ id: 'con_1.ws1', url: 'https://b.example' }],
  phones: [
    { id: 'con_1.ph1', kind: 'office', number: '+965 1' },
    { id: 'con_1.ph2', kind: 'pager', number: '2' },
  ],
  addresses: [
    {
      id: 'con_1.ad1',
      kind: 'delivery',
      street: 'شارع 1',
      district: null,
      city: 'حولي',
      region: null,
      country: 'KW',
      postcode: '31041',
    },
  ],
};

test('an invoice keeps its amounts to the last digit and brings its lines', () => {
  const updated_at = stamps.modified;
  expect(mapRecord('INVOICE', invoice)).toEqual({
    platformId: 'inv_7',
    platformUniqueId: 'inv_7',
    fields: {
      document_number: 'INV-2026-00007',
      status: 'partially_paid',
      contact_id: 'con_1',
      currency_id: 'cur_4',
      currency_rate: '0.391000',
      posted_date: '2026-01-02T00:00:00.000Z',
      due_date: '2026-02-01T00:00:00.000Z',
      sub_total: '10.005',
      total_discount: '0.000',
      tax_amount: '0.000',
      total_amount: '10.005',
      amount_due: '0.005',
      memo: null,
      updated_at,
    },
    children: {
      line_items: [
        {
          platform_id: 'inv_7.1',
          item_id: 'itm_3',
          account_id: 'acc_29',
          description: '布',
          quantity: '2.5',
          unit_amount: '4.002',
          sub_total: '10.005',
          discount_amount: '0.000',
          tax_id: 'tax_2',
          tax_amount: '0.000',
          total_amount: '10.005',
          updated_at,
        },
      ],
    },
  });
});

test('a contact brings addresses, phone numbers and links as children', () => {
  const mapped = mapRecord('CONTACT', contact);
  expect(mapped.fields).toMatchObject({ name: 'شركة المنار', contact_type: 'vendor', status: 'suspended' });
  expect(mapped.children.external_links).toMatchObject([
    { platform_id: 'con_1.em1', link: 'a@b.example', type: 'EMAIL' },
    { platform_id: 'con_1.ws1', link: 'https://b.example', type: 'WEBSITE' },
  ]);
  expect(mapped.children.phone_numbers).toMatchObject([
    { number: '+965 1', type: 'TELEPHONE' },
    { number: '2', type: null },
  ]);
  expect(mapped.children.addresses).toMatchObject([
    { type: 'SHIPPING', street: 'شارع 1', locality: null, city: 'حولي', country: 'KW', pincode: '31041' },
  ]);
});

test.each([
  ['draft', 'draft'],
  ['issued', 'submitted'],
  ['part_paid', 'partially_paid'],
  ['settled', 'paid'],
  ['overdue', 'overdue'],
  ['cancelled', 'void'],
  ['something_new', 'unknown'],
  ['constructor', 'unknown'],
])('an invoice that is %s on the platform is %s here', (theirs, ours) => {
  expect(mapRecord('INVOICE', { ...invoice, status: theirs }).fields.status).toBe(ours);
});

describe('a record that can’t be read is rejected with its field', () => {
  test.each([
    ['total', { ...invoice, total: 'twelve' }],
    ['issued_on', { ...invoice, issued_on: '2026-02-30' }],
    ['lines.0.quantity', { ...invoice, lines: [{ ...invoice.lines[0], quantity: 2 }] }],
    ['modified', { ...invoice, modified: null }],
    ['contact_id', { ...invoice, contact_id: undefined }],
  ])('%s', (field, raw) => {
    try {
      mapRecord('INVOICE', raw);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(RecordRejected);
      expect(error).toMatchObject({ field });
    }
  });

  test.each([null, 'text', 7, []])('or as a whole: %j', (raw) => {
    expect(() => mapRecord('CONTACT', raw)).toThrow(RecordRejected);
  });
});
