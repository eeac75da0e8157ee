import { describe, expect, it } from 'vitest';
import { auditWords, doorWords } from './audit-words.ts';

const words = (action: string, after: Record<string, unknown> | null = null, before: typeof after = null) =>
  auditWords({ action, before, after });

describe('what was done, in words', () => {
  it('names both names of a renamed company', () => {
    expect(words('company.renamed', { name: 'New' }, { name: 'Old' })).toBe('renamed it from Old to New');
  });

  it('names projects', () => {
    expect(words('project.created', { name: 'Roof' })).toBe('added the project Roof');
    expect(words('project.renamed', { name: 'Flat roof' }, { name: 'Roof' })).toBe(
      'renamed the project Roof to Flat roof',
    );
    expect(words('project.deleted', null, { name: 'Roof' })).toBe('deleted the project Roof');
  });

  it('tells a full sync from an ordinary one', () => {
    expect(words('sync.started', { dataModels: ['INVOICE'], fullSync: true })).toBe('started a full sync');
    expect(words('sync.started', { dataModels: ['INVOICE'], fullSync: false })).toBe('started a sync');
  });

  it('spells every change of model settings', () => {
    expect(
      words(
        'sync-config.changed',
        { CONTACT: { enabled: false }, INVOICE: { frequency: 'DAILY', interval: 1, syncFrom: '2026-01-01T00:00:00Z' } },
        { CONTACT: { enabled: true }, INVOICE: { frequency: 'WEEKLY', interval: 2, syncFrom: null } },
      ),
    ).toBe('switched contacts off; set invoices to every day; set invoices to be read from 1 Jan 2026');
  });

  it('says what was paused, retried, confirmed, passed on and made to fail', () => {
    expect(words('fault-lab.switched-on', { fault: 'slow' })).toBe('made the sandbox fail: slow answers');
    expect(words('fault-lab.switched-off', null, { faults: ['slow'] })).toBe('made the sandbox work again');
    expect(words('connection.paused')).toBe('paused all syncs');
    expect(words('model.resumed', { dataModel: 'INVOICE' })).toBe('resumed the syncs of invoices');
    expect(words('sync.retried', { fullSync: true })).toBe('did a full sync once more');
    expect(words('sync.deletions-confirmed', { dataModel: 'CONTACT', wouldVanish: 60, live: 120 })).toBe(
      'confirmed that 60 contacts are gone, and started a full sync of them',
    );
    expect(words('sync-config.propagated', { CONTACT: { enabled: false } }, { CONTACT: { enabled: true } })).toBe(
      'switched contacts off, as the default for all companies',
    );
  });

  it('says what was written to the platform', () => {
    const write = { dataModel: 'INVOICE_PAYMENT', operation: 'create', records: 12 };
    expect(words('write.created', write)).toBe('sent 12 invoice payments to the platform');
    expect(words('write.created', { dataModel: 'CONTACT', operation: 'update', records: 1 })).toBe(
      'changed one of the contacts on the platform',
    );
  });

  it('does not guess a schedule of which only a part is known', () => {
    expect(words('sync-config.changed', { ACCOUNT: { interval: 3 } }, { ACCOUNT: { interval: 2 } })).toBe(
      'changed the schedule of accounts',
    );
    expect(words('sync-config.changed', { ACCOUNT: { frequency: 'NEVER' } })).toBe('set accounts to only by hand');
  });

  it('says which fields of the profile were changed', () => {
    expect(words('company.changed', { vat: '1' })).toBe('changed tax identifier');
    expect(words('company.changed', { tagList: [], iata: 'X', dunsNumber: '1' })).toBe(
      'changed tags, IATA and DUNS number',
    );
    expect(words('company.changed', { tagList: [], vat: '1', notes: 'x', domain: null })).toBe(
      'changed tags, tax identifier and 2 more',
    );
  });

  it('shows an action it has no words for by its name', () => {
    expect(words('api-key.created')).toBe('api key: created');
  });

  it('says through which door it came, unless it was the console', () => {
    expect(doorWords('console')).toBeNull();
    expect(doorWords('jsonapi-v2')).toBe('an access token, through the JSON:API');
    expect(doorWords('connector-v1')).toBe('an access token, through the Connector API');
    expect(doorWords('core-v4')).toBe('an API key, through the Core API');
    expect(doorWords('some-new-door')).toBe('some-new-door');
  });
});
