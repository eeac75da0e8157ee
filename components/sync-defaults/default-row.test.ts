import { describe, expect, it } from 'vitest';
import { type DefaultRow, defaultChange } from './default-row.ts';

const row: DefaultRow = {
  dataModel: 'INVOICE',
  children: [],
  enabled: true,
  frequency: 'WEEKLY',
  interval: 2,
  scopeAccess: ['READ'],
  syncFrom: null,
  isDated: true,
};

function form(values: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries({ frequency: 'WEEKLY', interval: '2', ...values })) data.set(name, value);
  return data;
}

describe('the form of a default', () => {
  it('sends nothing when nothing was changed', () => {
    expect(defaultChange(row, form({ enabled: 'on' }))).toBeNull();
  });

  it('switches a model off, whose box is then not sent', () => {
    expect(defaultChange(row, form({}))).toEqual({ dataModel: 'INVOICE', enabled: false });
  });

  it('sends the switch along with the other changes', () => {
    expect(defaultChange({ ...row, enabled: false }, form({ enabled: 'on', interval: '3' }))).toEqual({
      dataModel: 'INVOICE',
      enabled: true,
      interval: 3,
    });
    expect(defaultChange(row, form({ enabled: 'on', interval: '3' }))).toEqual({ dataModel: 'INVOICE', interval: 3 });
  });
});
