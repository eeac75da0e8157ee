import { describe, expect, it } from 'vitest';
import { entryWords, pathWords } from './entry-words.ts';

const words = (action: string, after: Record<string, unknown> | null = null, before: typeof after = null) =>
  entryWords({ action, before, after });

describe('what an entry says', () => {
  it('names what was made, changed and removed', () => {
    expect(words('api-key.created', { name: 'reporting' })).toBe('made the API key reporting');
    expect(words('chain.renamed', { name: 'South' }, { name: 'North' })).toBe('renamed the chain North');
    expect(words('tax-rate.deleted', null, { name: 'Reduced' })).toBe('deleted the tax rate Reduced');
    expect(words('webhook.tested', { name: 'Orders' })).toBe('sent a test to the webhook Orders');
    expect(words('member.added', { name: 'Vera', role: 'viewer' })).toBe('added Vera as viewer');
  });

  it('says of members whom it was about', () => {
    const [vera, role] = [
      { name: 'Vera', role: 'viewer' },
      { name: 'Vera', role: 'admin' },
    ];
    expect(words('member.role-changed', role, vera)).toBe('made Vera admin');
    expect(words('member.removed', null, vera)).toBe('removed Vera from the organisation');
    const invited = { email: 'vera@example.com', role: 'viewer' };
    expect(words('member-invitation.created', invited)).toBe('invited vera@example.com as viewer');
    expect(words('member-invitation.revoked', null, invited)).toBe('took the invitation of vera@example.com back');
    expect(words('session.revoked', null, { name: 'Vera' })).toBe('signed Vera out everywhere');
    const device = 'Firefox on Windows';
    expect(words('session.revoked', null, { name: 'Vera', device })).toBe('signed Vera out, of Firefox on Windows');
    expect(words('session.revoked', null, { name: 'Vera', browsers: 1 })).toBe('signed Vera out, of 1 other browser');
  });

  it('says of a company what its own page says', () => {
    expect(words('company.archived')).toBe('archived the company');
    expect(words('company.renamed', { name: 'New' }, { name: 'Old' })).toBe('renamed it from Old to New');
  });

  it('shows the name of an action that has no words yet', () => {
    expect(words('door.opened-wide')).toBe('door: opened wide');
  });
});

describe('where a changed value stands', () => {
  it('is called what the profile calls it, or by its own words', () => {
    expect(pathWords('tagList')).toBe('Tags');
    expect(pathWords('expiresAt')).toBe('Expires at');
    expect(pathWords('INVOICE.syncFrom')).toBe('INVOICE: Sync from');
  });
});
