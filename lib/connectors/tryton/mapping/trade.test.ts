import { expect, test } from 'vitest';
import bill from '../fixtures/bill.json' with { type: 'json' };
import billPayment from '../fixtures/bill-payment.json' with { type: 'json' };
import note from '../fixtures/credit-note.json' with { type: 'json' };
import { mapRecord } from '../mapper.ts';

// The fixtures are rows of a running Tryton 6.0, as the connector yields them.

test('a bill has its supplier’s number, or Tryton’s where that was not noted', () => {
  const mapped = mapRecord('BILL', bill);
  expect(mapped).toMatchObject({
    platformId: '44',
    platformUniqueId: 'INV-2026-00040',
    fields: {
      document_number: 'T-2026/81',
      status: 'partially_paid',
      contact_id: '551',
      sub_total: '100.31',
      tax_amount: '20.06',
      total_amount: '120.37',
      amount_due: '90.37',
      memo: 'Planks ⚓',
    },
  });
  expect(mapped.children.line_items).toMatchObject([{ account_id: '3', quantity: '2.5', unit_amount: '40.125' }]);
  expect(mapRecord('BILL', { ...bill, reference: null }).fields.document_number).toBe('INV-2026-00040');
});

test('a credit note is positive, its lines too, and names what it credits', () => {
  const mapped = mapRecord('INVOICE_CREDIT_NOTE', note);
  expect(mapped.fields).toEqual({
    document_number: 'INV-2026-00042',
    status: 'submitted',
    contact_id: '551',
    currency_id: '1',
    currency_rate: '1',
    posted_date: '2026-11-26T00:00:00.000Z',
    tax_amount: '20',
    total_amount: '127',
    remaining_credit: '127',
    memo: null,
    invoice_ids: ['45'],
    updated_at: '2026-11-26T16:29:38.768Z',
  });
  expect(mapped.children.line_items).toMatchObject([
    { quantity: '2', unit_amount: '50', sub_total: '100', tax_amount: null, total_amount: null },
    { quantity: '1', unit_amount: '7', sub_total: '7', tax_amount: '0', total_amount: '7' },
  ]);
});

test('a supplier’s credit note goes by the supplier’s number and credits bills', () => {
  const { fields } = mapRecord('BILL_CREDIT_NOTE', { ...note, reference: 'C-3', credited_invoices: [] });
  expect(fields).toMatchObject({ document_number: 'C-3', bill_ids: [] });
});

test.each([
  ['posted', '-40', 'partially_paid', '40'],
  ['paid', '0', 'paid', '0'],
  ['cancelled', '0', 'void', '0'],
  ['draft', '0', 'draft', '0'],
])('a credit note that is %s with %s left is %s', (state, amount_to_pay, status, remaining_credit) => {
  const { fields } = mapRecord('INVOICE_CREDIT_NOTE', { ...note, state, amount_to_pay });
  expect(fields).toMatchObject({ status, remaining_credit });
});

test('a payment of a bill is positive and comes from the account that paid', () => {
  expect(mapRecord('BILL_PAYMENT', billPayment)).toMatchObject({
    platformId: '162',
    platformUniqueId: '63',
    fields: {
      bill_id: '44',
      credit_note_id: null,
      account_id: '2',
      amount: '30',
      currency_rate: '1',
      memo: 'Out 81 ✓',
    },
  });
});

test('money that a supplier gave back on a credit note is positive and names it', () => {
  const paid = { ...billPayment['invoice_payment.'], total_amount: '-127' };
  const back = { ...billPayment, debit: '0', credit: '30', 'invoice_payment.': paid };
  expect(mapRecord('BILL_PAYMENT', back).fields).toMatchObject({ bill_id: null, credit_note_id: '44', amount: '30' });
});

test('money given back on a customer’s credit note is positive and names it', () => {
  const paid = { ...billPayment['invoice_payment.'], total_amount: '-127' };
  const { fields } = mapRecord('INVOICE_PAYMENT', { ...billPayment, 'invoice_payment.': paid });
  expect(fields).toMatchObject({ invoice_id: null, credit_note_id: '44', amount: '30' });
});
