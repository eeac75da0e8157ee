import { expect, it } from 'vitest';
import type { ModelConfigEntry } from '@/lib/domain/sync-config/model-config.ts';
import { modelRows, nextDue } from './model-row.ts';

const entry = (dataModel: ModelConfigEntry['dataModel'], over: Partial<ModelConfigEntry> = {}): ModelConfigEntry => ({
  dataModel,
  category: 'ACCOUNTING',
  enabled: true,
  frequency: 'DAILY',
  interval: 1,
  scopeAccess: ['READ'],
  syncFrom: null,
  isOverridden: false,
  isChild: false,
  parentModel: null,
  dueAt: null,
  lastSyncedAt: null,
  lastFullAt: null,
  pause: null,
  ...over,
});

it('gives each model its children, its count and whether it is dated', () => {
  const entries = [
    entry('CONTACT'),
    entry('ADDRESS', { isChild: true, parentModel: 'CONTACT' }),
    entry('INVOICE', { syncFrom: new Date('2026-01-01T00:00:00Z') }),
    entry('LINE_ITEM', { isChild: true, parentModel: 'INVOICE' }),
  ];
  const rows = modelRows(entries, [{ model: 'INVOICE', live: 7 }], ['INVOICE']);
  expect(rows.map(({ dataModel, children, records, isDated }) => ({ dataModel, children, records, isDated }))).toEqual([
    { dataModel: 'CONTACT', children: ['ADDRESS'], records: 0, isDated: false },
    { dataModel: 'INVOICE', children: ['LINE_ITEM'], records: 7, isDated: true },
  ]);
  expect(rows[1]?.syncFrom).toBe('2026-01-01T00:00:00.000Z');
});

it('takes the soonest due model that is switched on', () => {
  const at = (hour: number) => new Date(`2026-11-21T${hour}:00:00Z`);
  const entries = [
    entry('CURRENCY', { dueAt: at(10), enabled: false }),
    entry('CONTACT', { dueAt: at(14) }),
    entry('INVOICE', { dueAt: at(12) }),
  ];
  expect(nextDue(entries)).toEqual(at(12));
  expect(nextDue([entry('CONTACT')])).toBeNull();
});
