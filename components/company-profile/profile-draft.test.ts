import { describe, expect, it } from 'vitest';
import { profileChanges } from '@/lib/domain/companies/profile-input.ts';
import { movedUp } from './entry-list.ts';
import { changesOf, type ProfileDraft } from './profile-draft.ts';
import { fields, storedDraft } from './testing/stored.ts';

const stored = storedDraft();
const changes = (typed: Partial<ProfileDraft>) => changesOf(stored, { ...stored, ...typed }, fields);
const sent = (typed: Partial<ProfileDraft>) => changes(typed).changes;

it('the forms hold everything that can be changed of a company', () => {
  const held = new Set([...Object.keys(stored), 'motherCompanyId', 'contact', 'primaryContact']);
  expect(Object.keys(profileChanges.shape).filter((field) => !held.has(field))).toEqual([]);
});

describe('what is sent of a profile', () => {
  it('is nothing where nothing was changed', () => {
    expect(changes({})).toEqual({ changes: {}, problems: {} });
  });

  it('is what was changed alone; an emptied field is cleared, an emptied name is refused by the domain', () => {
    expect(sent({ billingName: 'Pemberton Ltd', vat: '' })).toEqual({ billingName: 'Pemberton Ltd', vat: null });
    expect(sent({ name: '' })).toEqual({ name: '' });
    expect(sent({ defaultTaxRateId: '12', invoiceable: false })).toEqual({ defaultTaxRateId: 12, invoiceable: false });
    expect(sent({ mother: { uuid: 'u', name: 'Top' } })).toEqual({ motherCompanyId: 'u' });
  });

  it('is the whole of a contact list that was changed, with the numbers of the entries that are kept', () => {
    const phones = [...movedUp(stored.phones, 1), { key: 'new-1', name: '', value: '3' }];
    expect(sent({ phones })).toEqual({
      contact: {
        phones: [
          { id: 12, name: null, value: '2' },
          { id: 11, name: 'Office', value: '1' },
          { name: null, value: '3' },
        ],
      },
    });
  });

  it('is the members who are told of it', () => {
    expect(sent({ subscribers: ['a', 'b'] })).toEqual({ subscribers: ['a', 'b'] });
  });

  it('is the term of payment where the days moved with it, and the days where they are no number', () => {
    expect(sent({ dueDays: '15', dueInterval: 'P15D' })).toEqual({ dueInterval: 'P15D' });
    expect(sent({ dueDays: '', dueInterval: '' })).toEqual({});
    expect(sent({ dueDays: '', dueInterval: 'soon' })).toEqual({ dueInterval: 'soon' });
    expect(sent({ dueDays: 'soon' })).toEqual({ dueDays: Number.NaN });
    // Typed on from a number, whose term still stands.
    expect(sent({ dueDays: '1 month', dueInterval: 'P1D' })).toEqual({ dueDays: Number.NaN });
  });

  it('is a custom field by its kind', () => {
    const customFields = { ...stored.customFields, 1: 'North', 2: '12.5', 3: ['a'] };
    expect(sent({ customFields })).toEqual({ customFields: { 1: 'North', 2: 12.5, 3: ['a'] } });
    const filled = { ...stored, customFields };
    expect(changesOf(filled, stored, fields).changes).toEqual({ customFields: { 1: null, 2: null, 3: null } });
  });

  it('is the object that a text stands for; a text that is none is a problem and is not sent', () => {
    expect(sent({ settings: '{ "a": 1 }' })).toEqual({ settings: { a: 1 } });
    for (const text of ['{', '[1]', '"x"', 'null']) {
      expect(changes({ settings: text }).problems).toEqual({ settings: expect.stringContaining('no JSON object') });
    }
  });
});
