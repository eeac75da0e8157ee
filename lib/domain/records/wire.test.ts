import { describe, expect, test } from 'vitest';
import { expandNames, scalarFields, sortNames, wireFields } from './fields.ts';
import { declarationOf, type RecordModel, recordModels } from './registry.ts';
import type { RecordRow } from './rows.ts';
import { toWire } from './wire.ts';

const at = (text: string) => new Date(text);

const contactRow: RecordRow = {
  model: 'CONTACT',
  fields: {
    company_id: 1109,
    rootfi_id: 238858,
    rootfi_created_at: at('2024-01-24T11:11:59.779Z'),
    rootfi_updated_at: at('2024-01-24T11:11:59.000Z'),
    rootfi_deleted_at: null,
    platform_id: '123456_1',
    platform_unique_id: '123456',
    updated_at: at('2024-01-24T11:11:59.000Z'),
    name: 'Acme Corporation',
    contact_name: 'John Doe',
    contact_type: 'customer',
    currency_id: '00000000-0000-0000-0000-000000000000',
    tax_number: 'ODSPS1279G',
    registration_number: '07CEUPK5322M1ZX',
    status: 'active',
    raw_data: { id: 1 },
    data_hash: 'abc',
  },
  children: {},
  relations: {},
};

const paymentRow: RecordRow = {
  model: 'INVOICE_PAYMENT',
  fields: {
    company_id: 1089,
    rootfi_id: 157,
    rootfi_created_at: at('2024-01-22T05:07:31.465Z'),
    rootfi_updated_at: at('2024-01-22T05:07:31.000Z'),
    rootfi_deleted_at: null,
    platform_id: '123456_1',
    platform_unique_id: '123456',
    updated_at: at('2024-01-22T05:07:31.465Z'),
    invoice_id: '123456',
    account_id: '123456',
    credit_note_id: '123456',
    amount: '123.40',
    payment_mode: '123456',
    currency_id: '123456',
    currency_rate: '123456',
    memo: '123456',
    payment_date: at('2024-01-22T05:07:31.465Z'),
    contact_id: '123456',
    document_number: '123456',
  },
  children: {},
  relations: {},
};

/** The sample of the Core API contract, letter by letter. */
const contactSample = `{
  "rootfi_id": 238858,
  "rootfi_created_at": "2024-01-24T11:11:59.779Z",
  "rootfi_updated_at": "2024-01-24T11:11:59.000Z",
  "rootfi_company_id": 1109,
  "platform_id": "123456_1",
  "platform_unique_id": "123456",
  "name": "Acme Corporation",
  "contact_name": "John Doe",
  "contact_type": "customer",
  "currency_id": "00000000-0000-0000-0000-000000000000",
  "tax_number": "ODSPS1279G",
  "registration_number": "07CEUPK5322M1ZX",
  "status": "active",
  "updated_at": "2024-01-24T11:11:59.000Z",
  "external_links": [],
  "phone_numbers": [],
  "addresses": []
}`;

const paymentSample = `{
  "rootfi_id": 157,
  "rootfi_deleted_at": null,
  "rootfi_created_at": "2024-01-22T05:07:31.465Z",
  "rootfi_updated_at": "2024-01-22T05:07:31.000Z",
  "rootfi_company_id": 1089,
  "platform_id": "123456_1",
  "payment_id": "123456",
  "invoice_id": "123456",
  "account_id": "123456",
  "credit_note_id": "123456",
  "amount": 123.4,
  "payment_mode": "123456",
  "currency_id": "123456",
  "currency_rate": "123456",
  "memo": "123456",
  "updated_at": "2024-01-22T05:07:31.465Z",
  "payment_date": "2024-01-22T05:07:31.465Z",
  "contact_id": "123456",
  "document_number": "123456"
}`;

const withFields = (row: RecordRow, fields: Record<string, unknown>): RecordRow => ({
  ...row,
  fields: { ...row.fields, ...fields },
});

describe('a record on the wire', () => {
  test('is the contract’s sample of a contact', () => {
    expect(JSON.stringify(toWire(contactRow), null, 2)).toBe(contactSample);
  });

  test('is the contract’s sample of an invoice payment', () => {
    expect(JSON.stringify(toWire(paymentRow), null, 2)).toBe(paymentSample);
  });

  test('of a contact says when it was deleted only if deleted ones were asked for', () => {
    expect(toWire(contactRow)).not.toHaveProperty('rootfi_deleted_at');
    const gone = withFields(contactRow, { rootfi_deleted_at: at('2025-01-01T00:00:00Z') });
    const wire = toWire(gone, { includeDeleted: true });
    expect(Object.keys(wire).slice(0, 4)).toEqual([
      'rootfi_id',
      'rootfi_created_at',
      'rootfi_updated_at',
      'rootfi_deleted_at',
    ]);
    expect(wire.rootfi_deleted_at).toBe('2025-01-01T00:00:00.000Z');
  });

  test('shows raw data and hash when selected, at the end', () => {
    const wire = toWire(contactRow, { select: ['data_hash', 'raw_data'] });
    expect(Object.entries(wire).slice(-2)).toEqual([
      ['data_hash', 'abc'],
      ['raw_data', { id: 1 }],
    ]);
  });

  test.each([
    ['12.30', '12.3'],
    ['100', '100'],
    ['100.00', '100'],
    ['-0.50', '-0.5'],
    ['0.00', '0'],
    ['9007199254740991.01', '9007199254740991.01'],
    ['12345678901234567890.123456789', '12345678901234567890.123456789'],
    ['0.1000000000000000055511151231257827', '0.1000000000000000055511151231257827'],
    ['0.0000001', '0.0000001'],
  ])('writes the decimal %s as the number %s', (amount, written) => {
    const text = JSON.stringify(toWire(withFields(paymentRow, { amount, currency_rate: amount })));
    const number = text.match(/"amount":([^,]+)/)?.[1];
    expect(Number(number)).toBe(Number(written));
    if (written.length > 15) expect(number).toBe(written);
    expect(text).toContain(`"currency_rate":"${written}"`);
  });

  test('carries what was expanded: whole children, and relations in the order of the declaration', () => {
    const child = { company_id: 1109, parent_model: 'CONTACT', parent_platform_id: '123456_1', position: 0 };
    const phone = { ...child, platform_id: '7', number: '+47', type: 'MOBILE', updated_at: null };
    const currency: RecordRow = {
      model: 'CURRENCY',
      fields: { rootfi_id: 1, platform_id: 'EUR', company_id: 1109, exchange_rate: '1.10', is_base_currency: true },
      children: {},
      relations: {},
    };
    const wire = toWire(
      {
        ...contactRow,
        children: { phone_numbers: [phone] },
        relations: { invoice_payments: [paymentRow], currency, invoices: [] },
      },
      { select: ['raw_data'] },
    );
    expect(Object.keys(wire).slice(-7)).toEqual([
      'external_links',
      'phone_numbers',
      'addresses',
      'currency',
      'invoices',
      'invoice_payments',
      'raw_data',
    ]);
    expect(JSON.stringify(wire.phone_numbers)).toBe(
      '[{"platform_id":"7","data_model":"CONTACTS","data_model_id":"123456_1","number":"+47","type":"MOBILE","updated_at":null}]',
    );
    expect(wire.currency).toMatchObject({ rootfi_id: 1, rootfi_deleted_at: null, exchange_rate: 1.1, name: null });
    expect(wire.invoices).toEqual([]);
    expect(JSON.stringify(wire.invoice_payments, null, 2)).toBe(JSON.stringify([JSON.parse(paymentSample)], null, 2));
    const without = toWire({ ...contactRow, relations: { currency: null } });
    expect(without.currency).toBeNull();
  });
});

describe('what a model declares', () => {
  test('names its children and all its relations', () => {
    expect(expandNames(declarationOf('CONTACT'))).toEqual([
      'external_links',
      'phone_numbers',
      'addresses',
      'currency',
      'invoices',
      'bills',
      'invoice_payments',
      'bill_payments',
      'expenses',
      'purchase_orders',
      'sales_orders',
      'bank_transactions',
    ]);
    expect(expandNames(declarationOf('CURRENCY'))).toEqual([]);
  });

  test('gives each field its kind and set', () => {
    const field = (name: string) => scalarFields(declarationOf('INVOICE')).find((one) => one.name === name);
    expect(field('currency_rate')).toMatchObject({ kind: 'decimal', asText: true });
    expect(field('rootfi_company_id')).toMatchObject({ kind: 'integer', column: 'company_id', nullable: false });
    expect(field('status')?.values).toContain('partially_paid');
    expect(sortNames(declarationOf('CONTACT'))).toEqual([
      'rootfi_id',
      'rootfi_created_at',
      'rootfi_updated_at',
      'updated_at',
    ]);
  });

  test.each(Object.keys(recordModels) as RecordModel[])(
    'of %s has a column for every field, and every date and amount is a sort',
    (model) => {
      const declaration = declarationOf(model);
      const fields = wireFields(declaration);
      const named = fields.map((field) => field.name);
      expect(new Set(named).size).toBe(named.length);
      for (const name of sortNames(declaration)) {
        expect(['integer', 'decimal', 'moment']).toContain(fields.find((field) => field.name === name)?.kind);
      }
      if (declaration.dateColumn) expect(named).toContain(declaration.dateColumn);
      // Rates of currencies are no amounts.
      const measured = scalarFields(declaration).filter(({ kind, name }) =>
        kind === 'moment'
          ? name !== 'rootfi_deleted_at'
          : kind === 'decimal' && !/^(currency|exchange)_rate$/.test(name),
      );
      expect(sortNames(declaration)).toEqual(expect.arrayContaining(measured.map(({ name }) => name)));
      expect(declaration.showsDeletedAt).toBe(model === 'CONTACT' ? 'asked' : 'always');
    },
  );
});
