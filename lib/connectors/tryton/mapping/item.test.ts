import { expect, test } from 'vitest';
import product from '../fixtures/item.json' with { type: 'json' };
import { mapRecord } from '../mapper.ts';

// The fixture is a row of a running Tryton 6.0, as the connector yields it.

const withTemplate = (changes: object) => ({ ...product, 'template.': { ...product['template.'], ...changes } });

test('a product is sold and bought on the terms of its category', () => {
  expect(mapRecord('ITEM', product)).toEqual({
    platformId: '3',
    platformUniqueId: 'OAR-1',
    fields: {
      name: 'Oar',
      description: 'Oar for sale',
      status: 'active',
      type: 'inventory',
      code: 'OAR-1',
      quantity_on_hand: null,
      is_bill_item: true,
      is_invoice_item: true,
      bill_item: { description: 'Oar for sale', unit_price: '7.25', account_id: '3', tax_id: null },
      invoice_item: { description: 'Oar for sale', unit_price: '12.5', account_id: '6', tax_id: '1' },
      updated_at: '2026-11-26T16:29:39.019Z',
    },
    children: {},
  });
});

test('one that is not sold has no terms of sale, where sales are managed', () => {
  expect(mapRecord('ITEM', withTemplate({ salable: false, purchasable: true })).fields).toMatchObject({
    is_invoice_item: false,
    invoice_item: null,
    is_bill_item: true,
  });
});

test('one without a category has neither account nor tax, one with several taxes no single tax', () => {
  const bare = mapRecord('ITEM', { ...withTemplate({ 'account_category.': null }), accounts: null }).fields;
  expect(bare.invoice_item).toMatchObject({ unit_price: '12.5', account_id: null, tax_id: null });
  const taxes = { customer_taxes_used: [1, 2], supplier_taxes_used: [] };
  expect(mapRecord('ITEM', withTemplate({ 'account_category.': taxes })).fields.invoice_item?.tax_id).toBeNull();
});

test.each([
  ['goods', true, 'non_inventory'],
  ['goods', false, 'inventory'],
  ['assets', false, 'non_inventory'],
  ['service', null, 'service'],
  ['constructor', null, 'unknown'],
])('%s, consumable %s, are of the type %s', (type, consumable, expected) => {
  expect(mapRecord('ITEM', withTemplate({ type, consumable })).fields.type).toBe(expected);
});

test('one is inactive when it is, or its template', () => {
  expect(mapRecord('ITEM', { ...product, active: false }).fields.status).toBe('inactive');
  expect(mapRecord('ITEM', withTemplate({ active: false })).fields.status).toBe('inactive');
});
