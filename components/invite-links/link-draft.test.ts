import { describe, expect, it } from 'vitest';
import { createInviteLinkInput } from '@/lib/domain/invite-links/schema.ts';
import { emptyDraft, type LinkDraft, linkInput, modelsOf, stepOfField, stepProblems } from './link-draft.ts';

const offered = [
  {
    integration: 'SANDBOX',
    category: 'ACCOUNTING',
    models: [
      { dataModel: 'CONTACT', enabled: true },
      { dataModel: 'INVOICE', enabled: true },
    ],
  },
  {
    integration: 'TRYTON',
    category: 'ACCOUNTING',
    models: [
      { dataModel: 'CONTACT', enabled: true },
      { dataModel: 'INVOICE', enabled: false },
      { dataModel: 'BANK_ACCOUNT', enabled: false },
    ],
  },
] as const satisfies Parameters<typeof modelsOf>[1];

const now = new Date('2026-11-26T12:00:00Z');
const platforms = [{ integration: 'SANDBOX', name: 'Sandbox', category: 'ACCOUNTING' }] as const;
const draft = (more: Partial<LinkDraft>): LinkDraft => ({ ...emptyDraft(platforms), companyName: ' Acme ', ...more });

describe('a new link', () => {
  it('is for a new company, any platform of the category, and a month, unless said otherwise', () => {
    const input = linkInput(draft({}), offered, now);
    expect(input).toEqual({
      companyName: 'Acme',
      integrationCategory: 'ACCOUNTING',
      expiresAt: '2026-12-26T12:00:00.000Z',
    });
    expect(createInviteLinkInput.safeParse(input).success).toBe(true);
  });

  it('may be for a company that is there, one platform, a date and an address to go on to, and never expire', () => {
    const input = linkInput(
      draft({
        kind: 'existing',
        picked: { id: 7, name: 'Acme' },
        target: 'TRYTON',
        syncFrom: '2026-01-01',
        worksForDays: '',
        redirectUrl: ' https://app.example.com/done ',
      }),
      offered,
      now,
    );
    expect(input).toEqual({
      companyId: 7,
      integration: 'TRYTON',
      syncFrom: '2026-01-01T00:00:00.000Z',
      redirectUrl: 'https://app.example.com/done',
    });
    expect(createInviteLinkInput.safeParse(input).success).toBe(true);
  });

  it('says of the models those that differ from a default of some platform, and no others', () => {
    const models = new Map([
      ['CONTACT', true],
      ['INVOICE', true],
      ['BANK_ACCOUNT', false],
    ] as const);
    expect(linkInput(draft({ models }), offered, now).syncConfig).toEqual([{ dataModel: 'INVOICE', enabled: true }]);
    expect(linkInput(draft({ models, target: 'SANDBOX' }), offered, now).syncConfig).toBeUndefined();
    expect(linkInput(draft({ models: null }), offered, now).syncConfig).toBeUndefined();
  });

  it('offers each model of a category once', () => {
    expect(modelsOf('category:ACCOUNTING', offered)).toEqual([
      { dataModel: 'CONTACT', defaults: [true] },
      { dataModel: 'INVOICE', defaults: [true, false] },
      { dataModel: 'BANK_ACCOUNT', defaults: [false] },
    ]);
    expect(modelsOf('SANDBOX', offered)).toHaveLength(2);
    expect(modelsOf('category:PAYMENTS', offered)).toEqual([]);
  });

  it('needs a company before its wizard goes on, and leads back to the step of a problem', () => {
    expect(stepProblems(0, draft({ companyName: ' ' }))).toHaveProperty('companyName');
    expect(stepProblems(0, draft({ kind: 'existing' }))).toHaveProperty('companyId');
    expect(stepProblems(0, draft({}))).toEqual({});
    expect(['companyName', 'syncFrom', 'integration', 'redirectUrl', 'expiresAt'].map(stepOfField)).toEqual([
      0, 1, 1, 2, 2,
    ]);
  });
});
