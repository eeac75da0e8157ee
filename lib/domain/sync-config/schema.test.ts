import { describe, expect, test } from 'vitest';
import { dataModels } from '../../../db/schema/enums.ts';
import { dataModelInput, frequencyInput, modelConfigInput, parentModelInput, scopesInput } from './schema.ts';

describe('a data model', () => {
  test.each([
    ['contacts', 'CONTACT'],
    ['Invoice-Payments', 'INVOICE_PAYMENT'],
    ['currencies', 'CURRENCY'],
    ['journal_entries', 'JOURNAL_ENTRY'],
    ['TRACKING_CATEGORIES', 'TRACKING_CATEGORY'],
    ['company_info', 'COMPANY_INFO'],
    ['addresses', 'ADDRESS'],
    [' tax_rates ', 'TAX_RATE'],
  ])('%s is %s', (written, model) => {
    expect(dataModelInput.parse(written)).toBe(model);
  });

  test('every model may be written as it is named', () => {
    for (const model of dataModels) expect(dataModelInput.parse(model.toLowerCase())).toBe(model);
  });

  test.each(['contactss', '', 'CONTACT INVOICE', 7, null])('%j is none', (written) => {
    expect(dataModelInput.safeParse(written).success).toBe(false);
  });

  test('a child can’t stand where a model is set alone', () => {
    const parsed = parentModelInput.safeParse('addresses');
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([
      "ADDRESS follows the model it belongs to and can't be set alone",
    ]);
    expect(parentModelInput.safeParse('nonsense').error?.issues).toHaveLength(1);
    expect(parentModelInput.parse('contacts')).toBe('CONTACT');
  });
});

test('frequencies and scopes are taken in any case; READ is always among the scopes', () => {
  expect(frequencyInput.parse('weekly')).toBe('WEEKLY');
  expect(scopesInput.parse(['update', 'CREATE'])).toEqual(['READ', 'CREATE', 'UPDATE']);
  expect(frequencyInput.safeParse('FORTNIGHTLY').success).toBe(false);
  expect(scopesInput.safeParse(['WRITE']).success).toBe(false);
});

test.each([
  [{ interval: 0 }, 'interval'],
  [{ interval: 1.5 }, 'interval'],
  [{ interval: '2' }, 'interval'],
  [{ interval: 1001 }, 'interval'],
  [{ enabled: 'yes' }, 'enabled'],
  [{ frequency: 'SOMETIMES' }, 'frequency'],
  [{ syncFrom: 'yesterday' }, 'syncFrom'],
  [{ syncFrom: '2026-02-30' }, 'syncFrom'],
])('%j is refused by the name of its field', (change, field) => {
  const parsed = modelConfigInput.safeParse({ dataModel: 'CONTACT', ...change });
  expect(parsed.error?.issues[0]?.path).toEqual([field]);
});

test('what is not declared is refused', () => {
  expect(modelConfigInput.safeParse({ dataModel: 'CONTACT', paused: true }).success).toBe(false);
});

test('a parsed change may be parsed again', () => {
  const given = { dataModel: 'contacts', frequency: 'daily', scopeAccess: ['create'], syncFrom: '2026-01-01' };
  const once = modelConfigInput.parse(given);
  expect(modelConfigInput.parse(once)).toEqual(once);
});
