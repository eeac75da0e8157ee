import { describe, expect, test } from 'vitest';
import { RecordRejected } from '../errors.ts';
import account from './fixtures/account.json' with { type: 'json' };
import contact from './fixtures/contact.json' with { type: 'json' };
import currency from './fixtures/currency.json' with { type: 'json' };
import invoice from './fixtures/invoice.json' with { type: 'json' };
import payment from './fixtures/invoice-payment.json' with { type: 'json' };
import { mapRecord } from './mapper.ts';

// The fixtures are rows of a running Tryton 6.0, as the connector yields them.

test('a currency tells its rate for one of the company’s', () => {
  expect(mapRecord('CURRENCY', currency)).toEqual({
    platformId: '2',
    platformUniqueId: 'USD',
    fields: {
      name: 'US Dollar',
      code: 'USD',
      symbol: '$',
      is_base_currency: false,
      exchange_rate: '1.25',
      updated_at: '2026-11-21T08:36:57.584Z',
    },
    children: {},
  });
  const swapped = { ...currency, company_currency: { id: 2, rate: '1.25' } };
  expect(mapRecord('CURRENCY', swapped).fields).toMatchObject({ is_base_currency: true, exchange_rate: '1' });
});

test('a currency without a rate has none', () => {
  expect(mapRecord('CURRENCY', { ...currency, rate: 0 }).fields.exchange_rate).toBeNull();
});

test('an account keeps Tryton’s balance, debit less credit', () => {
  expect(mapRecord('ACCOUNT', account)).toEqual({
    platformId: '5',
    platformUniqueId: null,
    fields: {
      name: 'Main Receivable',
      description: null,
      nominal_code: null,
      category: 'asset',
      sub_category: 'Receivable',
      status: 'active',
      current_balance: '57543.26',
      currency_id: '1',
      parent_account_id: '1',
      updated_at: '2026-11-21T08:36:57.892Z',
    },
    children: {},
  });
});

test.each([
  [{ statement: 'balance', payable: true }, 'liability'],
  [{ statement: 'balance', debt: true }, 'liability'],
  [{ statement: 'balance', assets: true }, 'asset'],
  [{ statement: 'balance' }, 'unknown'],
  [{ statement: 'income', revenue: true }, 'income'],
  [{ statement: 'income', expense: true }, 'expense'],
  [{ statement: 'off-balance', assets: true }, 'unknown'],
  [null, 'unknown'],
])('an account of type %j is of category %s', (type, category) => {
  const none = { assets: false, receivable: false, stock: false, payable: false, debt: false };
  const full = type && { ...account['type.'], ...none, revenue: false, expense: false, ...type };
  expect(mapRecord('ACCOUNT', { ...account, 'type.': full }).fields.category).toBe(category);
});

test('a contact brings its active children and is as new as the newest of all', () => {
  const mapped = mapRecord('CONTACT', contact);
  expect(mapped).toMatchObject({
    platformId: '1589',
    platformUniqueId: '1589',
    fields: {
      name: 'Ærø Værft 株式会社',
      contact_name: 'Karen Ærø',
      contact_type: 'unknown',
      currency_id: null,
      tax_number: 'BE0897290877',
      registration_number: 'CVR-12345678',
      status: 'active',
      updated_at: '2026-11-21T09:28:05.041Z',
    },
  });
  expect(mapped.children.addresses).toEqual([
    {
      platform_id: '1594',
      type: 'BILLING',
      street: 'Pakhuset\nVestergade 4\n2. sal',
      locality: null,
      city: 'Marstal Ø',
      state: null,
      country: null,
      pincode: '5960',
      updated_at: '2026-11-21T09:28:05.041Z',
    },
  ]);
  expect(mapped.children.phone_numbers.map(({ type, number }) => [type, number])).toEqual([
    ['TELEPHONE', '+45 62 53 10 00'],
    ['MOBILE', '+45 20 12 34 56'],
    ['FAX', '+45 62 53 10 01'],
  ]);
  expect(mapped.children.external_links.map(({ type, link }) => [type, link])).toEqual([
    ['EMAIL', 'post@vaerft.example'],
    ['WEBSITE', 'https://vaerft.example'],
  ]);
});

test('an address tells country, region and that goods go there', () => {
  const [first] = contact['addresses.'];
  const abroad = {
    ...first,
    invoice: false,
    delivery: true,
    'country.': { id: 1, code: 'DE' },
    'subdivision.': { id: 2, name: 'Hamburg' },
  };
  expect(mapRecord('CONTACT', { ...contact, 'addresses.': [abroad] }).children.addresses).toMatchObject([
    { type: 'SHIPPING', country: 'DE', state: 'Hamburg' },
  ]);
});

test('a contact that was deactivated, or merged into another, says so', () => {
  expect(mapRecord('CONTACT', { ...contact, active: false }).fields.status).toBe('inactive');
  expect(mapRecord('CONTACT', { ...contact, active: false, replaced_by: 3 }).fields.status).toBe('archived');
});

test('an invoice keeps its amounts to the last digit and brings its lines', () => {
  expect(mapRecord('INVOICE', invoice)).toEqual({
    platformId: '553',
    platformUniqueId: 'INV-2026-00196',
    fields: {
      document_number: 'INV-2026-00196',
      status: 'partially_paid',
      contact_id: '1589',
      currency_id: '2',
      currency_rate: '1.24995093229',
      posted_date: '2026-11-21T00:00:00.000Z',
      due_date: '2026-12-21T00:00:00.000Z',
      sub_total: '107.31',
      total_discount: null,
      tax_amount: '20.06',
      total_amount: '127.37',
      amount_due: '97.37',
      memo: 'Hull 7 ⚓',
      updated_at: '2026-11-21T09:28:06.581Z',
    },
    children: {
      line_items: [
        {
          platform_id: '1559',
          item_id: null,
          account_id: '6',
          description: 'Plates, 12 mm',
          quantity: '2.5',
          unit_amount: '40.125',
          sub_total: '100.31',
          discount_amount: null,
          tax_id: '1',
          tax_amount: null,
          total_amount: null,
          updated_at: '2026-11-21T09:28:05.201Z',
        },
        {
          platform_id: '1560',
          item_id: null,
          account_id: '6',
          description: 'Freight',
          quantity: '1',
          unit_amount: '7',
          sub_total: '7',
          discount_amount: null,
          tax_id: null,
          tax_amount: '0',
          total_amount: '7',
          updated_at: '2026-11-21T09:28:05.201Z',
        },
      ],
    },
  });
});

test.each([
  ['draft', '0', 'draft'],
  ['validated', '0', 'submitted'],
  ['posted', '127.37', 'submitted'],
  ['posted', '0.01', 'partially_paid'],
  ['posted', '0', 'partially_paid'],
  ['paid', '0', 'paid'],
  ['cancelled', '0', 'void'],
  ['constructor', '0', 'unknown'],
])('an invoice that is %s with %s to pay is %s', (state, amount_to_pay, status) => {
  expect(mapRecord('INVOICE', { ...invoice, state, amount_to_pay }).fields.status).toBe(status);
});

test('a credit note with something left to give back is compared by size, not by sign', () => {
  const note = { ...invoice, total_amount: '-100', untaxed_amount: '-100', tax_amount: '0' };
  expect(mapRecord('INVOICE', { ...note, amount_to_pay: '-100' }).fields.status).toBe('submitted');
  expect(mapRecord('INVOICE', { ...note, amount_to_pay: '-40' }).fields.status).toBe('partially_paid');
});

test('an invoice in instalments is due with the last, at the rate of all', () => {
  const [first] = invoice['lines_to_pay.'];
  const instalments = [
    { ...first, debit: '60', amount_second_currency: '75', maturity_date: '2027-02-01' },
    { ...first, debit: '40', amount_second_currency: '50', maturity_date: '2027-01-01' },
  ];
  expect(mapRecord('INVOICE', { ...invoice, 'lines_to_pay.': instalments }).fields).toMatchObject({
    due_date: '2027-02-01T00:00:00.000Z',
    currency_rate: '1.25',
  });
});

test('headings and comments between the lines of an invoice are left out', () => {
  const [line] = invoice['lines.'];
  const comment = { ...line, id: 9, type: 'comment', quantity: null, unit_price: null, amount: '0', account: null };
  expect(mapRecord('INVOICE', { ...invoice, 'lines.': [comment, line] }).children.line_items).toHaveLength(1);
});

test('a payment is in the currency of its invoice, from the account it came into', () => {
  expect(mapRecord('INVOICE_PAYMENT', payment)).toEqual({
    platformId: '935',
    platformUniqueId: '219',
    fields: {
      invoice_id: '553',
      account_id: '2',
      credit_note_id: null,
      amount: '30',
      payment_mode: 'Cash',
      currency_id: '2',
      currency_rate: '1.25',
      memo: 'Transfer 81 ✓',
      payment_date: '2026-11-21T00:00:00.000Z',
      contact_id: '1589',
      document_number: '219',
      updated_at: '2026-11-21T09:28:06.581Z',
    },
    children: {},
  });
});

test('a payment in the company’s currency has the rate 1, one that was given back is negative', () => {
  const own = { ...payment, second_currency: null, amount_second_currency: null };
  expect(mapRecord('INVOICE_PAYMENT', own).fields).toMatchObject({
    amount: '24',
    currency_id: '1',
    currency_rate: '1',
  });
  const back = { ...own, debit: '24', credit: '0' };
  expect(mapRecord('INVOICE_PAYMENT', back).fields.amount).toBe('-24');
  const foreignBack = { ...payment, debit: '24', credit: '0', amount_second_currency: '30' };
  expect(mapRecord('INVOICE_PAYMENT', foreignBack).fields).toMatchObject({ amount: '-30', currency_rate: '1.25' });
});

test('a payment booked on several accounts names none, one without a party its invoice’s contact', () => {
  const move = { ...payment['move.'], 'lines.': [{ account: 2 }, { account: 3 }, { account: 5 }] };
  expect(mapRecord('INVOICE_PAYMENT', { ...payment, 'move.': move, party: null }).fields).toMatchObject({
    account_id: null,
    contact_id: '1589',
  });
});

describe('a record that can’t be read is rejected with its field', () => {
  const [line] = invoice['lines.'];
  test.each([
    ['INVOICE', 'total_amount', { ...invoice, total_amount: 'NaN' }],
    ['INVOICE', 'invoice_date', { ...invoice, invoice_date: '2026-02-30' }],
    ['INVOICE', 'lines.0.quantity', { ...invoice, 'lines.': [{ ...line, quantity: 'two' }] }],
    ['INVOICE', 'party', { ...invoice, party: null }],
    ['CONTACT', 'create_date', { ...contact, create_date: 'yesterday' }],
    ['INVOICE_PAYMENT', 'invoice_payment', { ...payment, 'invoice_payment.': null }],
    ['ACCOUNT', 'balance', { ...account, balance: 12.5 }],
  ] as const)('%s: %s', (model, field, raw) => {
    try {
      mapRecord(model, raw);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(RecordRejected);
      expect(error).toMatchObject({ field });
    }
  });

  test.each([null, 'text', 7, []])('or as a whole: %j', (raw) => {
    expect(() => mapRecord('CONTACT', raw)).toThrow(RecordRejected);
  });

  test('or in Tryton’s own words, when it would not give it', () => {
    expect(() => mapRecord('INVOICE', { id: 7, refused: 'No rate found' })).toThrow(/No rate found/);
  });
});
