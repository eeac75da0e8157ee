import { describe, expect, it } from 'vitest';
import { choosableColumns, usualColumns } from '@/components/data-table/column-choice.ts';
import { hasWords } from '@/lib/domain/records/field-words.ts';
import { scalarFields, sortNames, wireFields } from '@/lib/domain/records/fields.ts';
import { recordFields } from '@/lib/domain/records/record-view.ts';
import { declarationOf, modelAt, type RecordModel, recordModels } from '@/lib/domain/records/registry.ts';
import { recordColumns } from './record-columns.tsx';
import { type ListedModel, recordLists, recordNoun } from './record-lists.ts';
import { recordHref, recordPaths } from './record-paths.ts';
import { recordState, stateWords } from './record-states.ts';

const models = Object.keys(recordModels) as RecordModel[];
const listed = Object.keys(recordLists) as ListedModel[];

describe('the words and lists of records', () => {
  it('every model but contacts has a list, of columns that it has', () => {
    expect(new Set([...listed, 'CONTACT'])).toEqual(new Set(models));
    for (const model of listed) {
      const columns = wireFields(declarationOf(model)).map(({ column }) => column);
      expect(columns).toEqual(expect.arrayContaining(recordLists[model].columns.map(({ column }) => column)));
    }
  });

  it('every list has its columns, the one that names a record first', () => {
    for (const model of listed) {
      const columns = recordColumns(model, recordFields(model));
      const usual = recordLists[model].columns.map(({ column }) => column);
      expect(usualColumns(columns)).toEqual(usual);
      expect(columns[0]?.id).toBe('title');
      const ids = choosableColumns(columns).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining([...usual, ...recordFields(model), 'platformId']));
    }
  });

  it('a list sorts only by what the server sorts by, and asks for states that the model has', () => {
    for (const model of listed) {
      const { sorts, defaultSort, statuses, isDated } = recordLists[model];
      const declaration = declarationOf(model);
      const allowed = sortNames(declaration);
      expect(allowed).toEqual(expect.arrayContaining([...sorts]));
      if (defaultSort) expect(sorts).toContain(defaultSort.replace(/^-/, ''));
      if (isDated) expect(defaultSort).toBe(`-${declaration.dateColumn}`);
      const states = scalarFields(declaration).find(({ column }) => column === 'status')?.values ?? [];
      expect(statuses).toEqual(states.filter((state) => state !== 'unknown'));
    }
  });

  it('every column that a drawer shows has words', () => {
    const kinds = models.flatMap((model) => [declarationOf(model), ...Object.values(declarationOf(model).children)]);
    const columns = kinds
      .filter(({ model }) => !['CONTACT', 'ADDRESS', 'PHONE_NUMBER', 'EXTERNAL_LINK'].includes(model))
      .flatMap((kind) => wireFields(kind).map(({ column }) => column))
      .filter((column) => !/^rootfi_|^(company_id|platform_id|parent_model|parent_platform_id)$/.test(column));
    expect([...new Set(columns)].filter((column) => !hasWords(column))).toEqual([]);
  });

  it('a record has an address under the word of its model', () => {
    for (const model of models) expect(modelAt(recordPaths[model])).toBe(model);
    expect(recordHref(7, { model: 'BILL', rootfiId: 3 })).toBe('/companies/7/records/bills?record=3');
    expect(recordHref(7, { model: 'CONTACT', rootfiId: 3 })).toBe('/companies/7/contacts?contact=3');
    expect(recordHref(7, { model: 'INVOICE_PAYMENT', rootfiId: 3 })).toBe('/companies/7/invoices/payments?record=3');
  });

  it('one of many is named', () => {
    expect(
      ['CURRENCY', 'EXPENSE', 'COMPANY_INFO', 'JOURNAL_ENTRY'].map((model) => recordNoun(model as RecordModel)[0]),
    ).toEqual(['currency', 'expense', 'company info', 'journal entry']);
  });

  it('an order that waits for an approval is not called open, and deleted goes before all else', () => {
    expect(stateWords('SALES_ORDER', 'submitted').label).toBe('Submitted');
    expect(stateWords('INVOICE', 'submitted').label).toBe('Open');
    expect(recordState('INVOICE', { values: { status: 'paid' }, deletedAt: '2026-01-01' })?.label).toBe('Deleted');
    expect(recordState('INVOICE', { values: { status: 'unknown' }, deletedAt: null })).toBeNull();
  });
});
