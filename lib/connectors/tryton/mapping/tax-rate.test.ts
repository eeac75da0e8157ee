import { expect, test } from 'vitest';
import tax from '../fixtures/tax-rate.json' with { type: 'json' };
import { mapRecord } from '../mapper.ts';

// The fixture is a row of a running Tryton 6.0, as the connector yields it.

test('a tax that is the sum of others brings them, in percent', () => {
  expect(mapRecord('TAX_RATE', tax)).toEqual({
    platformId: '8',
    platformUniqueId: null,
    fields: {
      name: 'Sales tax',
      code: null,
      tax_type: null,
      effective_tax_rate: '8.25',
      total_tax_rate: '8.25',
      components: [
        { name: 'State', rate: '6.25', is_compound: false },
        { name: 'Town', rate: '2', is_compound: false },
      ],
      updated_at: '2026-11-26T16:29:39.108Z',
    },
    children: {},
  });
});

test('a tax of its own is its one component, and says for what it is', () => {
  const own = { ...tax, type: 'percentage', rate: '0.2', 'childs.': [], 'group.': { kind: 'sale' } };
  expect(mapRecord('TAX_RATE', own).fields).toMatchObject({
    tax_type: 'sale',
    total_tax_rate: '20',
    components: [{ name: 'Sales tax', rate: '20', is_compound: false }],
  });
});

test('a tax that holds a fixed sum has no percentage, and its parts keep theirs', () => {
  const [state, town] = tax['childs.'];
  const fixed = { ...tax, 'childs.': [state, { ...town, type: 'fixed', rate: null }] };
  expect(mapRecord('TAX_RATE', fixed).fields).toMatchObject({
    effective_tax_rate: null,
    total_tax_rate: null,
    components: [{ rate: '6.25' }, { rate: null }],
  });
});

test('parts of parts count', () => {
  const [state, town] = tax['childs.'];
  const nested = { ...tax, 'childs.': [{ ...state, type: 'none', rate: null, 'childs.': [town, town] }] };
  expect(mapRecord('TAX_RATE', nested).fields).toMatchObject({
    total_tax_rate: '4',
    components: [{ name: 'Town' }, { name: 'Town' }],
  });
});
