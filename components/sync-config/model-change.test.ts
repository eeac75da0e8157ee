import { describe, expect, it } from 'vitest';
import { modelChange } from './model-change.ts';
import type { ModelRow } from './model-row.ts';

const model: ModelRow = {
  dataModel: 'INVOICE',
  children: ['LINE_ITEM'],
  enabled: true,
  frequency: 'WEEKLY',
  interval: 2,
  scopeAccess: ['READ'],
  syncFrom: '2026-01-01T10:30:00.000Z',
  isDated: true,
  isOverridden: false,
  dueAt: null,
  lastSyncedAt: null,
  lastFullAt: null,
  pause: null,
  records: 0,
};

function form(values: Record<string, string>): FormData {
  const data = new FormData();
  const all = { frequency: 'WEEKLY', interval: '2', syncFrom: '2026-01-01', ...values };
  for (const [name, value] of Object.entries(all)) data.set(name, value);
  return data;
}

describe('the edit form of a model', () => {
  it('sends nothing when nothing was changed', () => {
    expect(modelChange(model, form({}))).toBeNull();
  });

  it('sends only what was changed', () => {
    expect(modelChange(model, form({ interval: '3' }))).toEqual({ dataModel: 'INVOICE', interval: 3 });
    expect(modelChange(model, form({ syncFrom: '2025-06-01' }))).toEqual({
      dataModel: 'INVOICE',
      syncFrom: '2025-06-01T00:00:00.000Z',
    });
  });

  it('lets an emptied date follow the company', () => {
    expect(modelChange(model, form({ syncFrom: '' }))).toEqual({ dataModel: 'INVOICE', syncFrom: null });
  });

  it('keeps the interval of a model that is only synced by hand', () => {
    const data = form({ frequency: 'NEVER' });
    data.delete('interval');
    expect(modelChange(model, data)).toEqual({ dataModel: 'INVOICE', frequency: 'NEVER' });
  });

  it('sends an emptied interval on, so that the server can refuse it', () => {
    expect(modelChange(model, form({ interval: '' }))?.interval).toBeNaN();
  });

  it('adds a scope to reading, which is always there', () => {
    const data = form({});
    data.append('scopeAccess', 'CREATE');
    expect(modelChange(model, data)).toEqual({ dataModel: 'INVOICE', scopeAccess: ['READ', 'CREATE'] });
  });
});
