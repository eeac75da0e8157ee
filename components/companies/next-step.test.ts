import { describe, expect, it } from 'vitest';
import type { ConnectionView } from '@/lib/domain/companies/schema.ts';
import { nextStepOf } from './next-step.ts';

const company = (connection: Partial<ConnectionView> | null, archivedAt: Date | null = null) => ({
  archivedAt,
  connection: connection && ({ status: 'HEALTHY', failure: null, ...connection } as ConnectionView),
  integrationCategory: 'ACCOUNTING' as const,
});
const failing = (failureClass: string) => ({ failure: { failureClass, message: '', evidence: {} } });
const withLink = { linkWorks: true, mayInvite: true };
const without = { linkWorks: false, mayInvite: true };

describe('the button that a health calls for', () => {
  it('is none for a company that is well, or mends by itself', () => {
    expect(nextStepOf(company({}), withLink)).toBeNull();
    expect(nextStepOf(company(failing('platform-down')), withLink)).toBeNull();
    expect(nextStepOf(company({ status: 'RATE_LIMIT_EXCEEDED', ...failing('rate-limit') }), withLink)).toBeNull();
  });

  it('is the link wherever the customer has to sign in', () => {
    expect(nextStepOf(company(null), withLink)).toBe('copy-link');
    expect(nextStepOf(company({ status: 'DISCONNECTED' }), withLink)).toBe('copy-link');
    expect(nextStepOf(company({ status: 'EXPIRED', ...failing('credentials') }), withLink)).toBe('copy-link');
    expect(nextStepOf(company(failing('permission')), withLink)).toBe('copy-link');
    expect(nextStepOf(company({ status: 'PENDING', ...failing('wrong-company') }), withLink)).toBe('copy-link');
  });

  it('is a new link when none works, for those who may make one', () => {
    expect(nextStepOf(company(null), without)).toBe('new-link');
    expect(nextStepOf(company(null), { ...without, mayInvite: false })).toBeNull();
    expect(nextStepOf({ ...company(null), integrationCategory: null }, without)).toBeNull();
  });

  it('is none for an archived company, which Restore brings back', () => {
    expect(nextStepOf(company({ status: 'DISCONNECTED' }, new Date()), withLink)).toBeNull();
  });
});
