import { expect, test } from 'vitest';
import { sandboxDefinition } from '../../connectors/sandbox/definition.ts';
import {
  builtInSettings,
  configEntries,
  defaultSettings,
  isOverridden,
  type ModelState,
  nothingStored,
  reachesFurtherBack,
  type StoredSettings,
  storedAfter,
  withOverrides,
} from './model-config.ts';

const stored = (given: Partial<StoredSettings>): StoredSettings => ({ ...nothingStored, ...given });
const state = (given: Partial<StoredSettings>): ModelState => ({
  stored: stored(given),
  dueAt: null,
  lastSyncedAt: null,
  lastFullAt: null,
  defaultVersion: 0,
  pause: null,
});
const entriesOf = (models: Record<string, ModelState>, organisation: Record<string, StoredSettings> = {}) =>
  configEntries(sandboxDefinition, {
    syncFrom: null,
    models: new Map(Object.entries(models)),
    organisation: new Map(Object.entries(organisation)),
  });

test('a company follows its organisation, which follows what is built in', () => {
  expect(defaultSettings(null, null)).toEqual(builtInSettings);
  const defaults = defaultSettings(stored({ frequency: 'DAILY', interval: 1 }), null);
  expect(defaults).toMatchObject({ enabled: true, frequency: 'DAILY', interval: 1, scopeAccess: ['READ'] });
  expect(withOverrides(defaults, stored({ interval: 3 }))).toMatchObject({ frequency: 'DAILY', interval: 3 });
});

test('the invite link’s syncFrom goes before the organisation’s', () => {
  const [link, organisation] = [new Date('2026-01-01'), new Date('2025-01-01')];
  expect(defaultSettings(stored({ syncFrom: organisation }), null).syncFrom).toEqual(organisation);
  expect(defaultSettings(stored({ syncFrom: organisation }), link).syncFrom).toEqual(link);
});

test('a value is an override when it was set and differs from the default', () => {
  expect(isOverridden(builtInSettings, nothingStored)).toBe(false);
  expect(isOverridden(builtInSettings, stored({ interval: 3 }))).toBe(true);
  expect(isOverridden(builtInSettings, stored({ interval: 2, scopeAccess: ['READ'] }))).toBe(false);
});

test('setting a value to its default stores nothing, and leaves other overrides alone', () => {
  const off = storedAfter(builtInSettings, stored({ interval: 3 }), { enabled: false });
  expect(off).toMatchObject({ enabled: false, interval: 3 });
  expect(storedAfter(builtInSettings, off, { enabled: true })).toEqual(stored({ interval: 3 }));
});

test('scopes are listed in the wire’s order', () => {
  const scopeAccess = ['UPDATE', 'CREATE', 'READ'] as const;
  expect(withOverrides(builtInSettings, stored({ scopeAccess })).scopeAccess).toEqual(['READ', 'CREATE', 'UPDATE']);
});

test('entries are the platform’s models in sync order, each followed by its children', () => {
  expect(entriesOf({}).map((entry) => entry.dataModel)).toEqual([
    'COMPANY_INFO',
    'CURRENCY',
    'ACCOUNT',
    'TAX_RATE',
    'TRACKING_CATEGORY',
    'ITEM',
    'CONTACT',
    'EXTERNAL_LINK',
    'PHONE_NUMBER',
    'ADDRESS',
    'BANK_ACCOUNT',
    'SALES_ORDER',
    'PURCHASE_ORDER',
    'INVOICE',
    'LINE_ITEM',
    'BILL',
    'INVOICE_CREDIT_NOTE',
    'BILL_CREDIT_NOTE',
    'INVOICE_PAYMENT',
    'BILL_PAYMENT',
    'EXPENSE',
    'BANK_TRANSACTION',
    'JOURNAL_ENTRY',
    'JOURNAL_LINE',
  ]);
});

test('a child follows its parent in everything', () => {
  const entries = entriesOf({ CONTACT: state({ enabled: false, frequency: 'HOURLY' }) });
  const address = entries.find((entry) => entry.dataModel === 'ADDRESS');
  expect(address).toMatchObject({
    enabled: false,
    frequency: 'HOURLY',
    isOverridden: true,
    isChild: true,
    parentModel: 'CONTACT',
    category: 'ACCOUNTING',
  });
  expect(entries.find((entry) => entry.dataModel === 'LINE_ITEM')).toMatchObject({
    enabled: true,
    isOverridden: false,
  });
});

test('an organisation’s default alone is no override', () => {
  const entries = entriesOf({}, { INVOICE: stored({ enabled: false }) });
  expect(entries.find((entry) => entry.dataModel === 'INVOICE')).toMatchObject({ enabled: false, isOverridden: false });
});

test('syncFrom reaches further back when it moves earlier or is dropped', () => {
  const [early, late] = [new Date('2025-01-01'), new Date('2026-01-01')];
  expect(reachesFurtherBack(late, early)).toBe(true);
  expect(reachesFurtherBack(late, null)).toBe(true);
  expect(reachesFurtherBack(early, late)).toBe(false);
  expect(reachesFurtherBack(late, late)).toBe(false);
  expect(reachesFurtherBack(null, early)).toBe(false);
});
