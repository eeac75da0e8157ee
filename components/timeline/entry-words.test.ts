import { describe, expect, test } from 'vitest';
import type { ChangeEntry, HealthEntry, RunEntry } from '@/lib/domain/timeline/schema.ts';
import { byWhom, entryLine } from './entry-words.ts';

const common = { id: '7', at: '2026-11-20T09:00:00.000Z', by: 'Robin', actor: 'people', door: 'console' } as const;
const run: RunEntry = {
  ...common,
  kind: 'runs',
  jobType: 'PULL',
  status: 'SUCCESS',
  isActive: false,
  isManual: true,
  isFull: false,
  cancelRequested: false,
  resumeAt: null,
  startTime: null,
  endTime: null,
  failureMessage: null,
  records: { created: 0, updated: 0, unchanged: 0, deleted: 0, failed: 0 },
  sent: { done: 2, total: 3 },
};
const health: HealthEntry = {
  ...common,
  kind: 'health',
  fromStatus: 'HEALTHY',
  toStatus: 'EXPIRED',
  fromFailure: null,
  toFailure: 'credentials',
  message: null,
  syncId: null,
};
const change = (action: string, more: Partial<ChangeEntry> = {}): ChangeEntry => ({
  ...common,
  kind: 'changes',
  action,
  subjectId: null,
  before: null,
  after: null,
  ...more,
});

describe('an entry of the timeline', () => {
  test('says how a sync or a write ended, and opens it', () => {
    expect(entryLine(run, 3)).toEqual({ text: 'Sync done', tone: 'success', href: '/companies/3/syncs/7' });
    expect(entryLine({ ...run, isFull: true, status: 'FAILED' }, 3).text).toBe('Full sync failed');
    const write = { ...run, kind: 'writes', jobType: 'PUSH', status: 'PARTIAL_SUCCESS' } as const;
    expect(entryLine(write, 3)).toMatchObject({ text: 'Write partly done, 2 of 3 records', tone: 'warning' });
  });

  test('says what became of a connection, and opens the sync that showed it', () => {
    expect(entryLine(health, 3)).toMatchObject({ text: 'Sign-in refused: needs reconnecting', tone: 'danger' });
    expect(entryLine({ ...health, toStatus: 'HEALTHY', toFailure: 'permission', syncId: 's' }, 3)).toEqual({
      text: 'Access denied; the connection stays on',
      tone: 'warning',
      href: '/companies/3/syncs/s',
    });
    expect(entryLine({ ...health, toStatus: 'HEALTHY', toFailure: null }, 3).text).toBe('The connection is well again');
    expect(entryLine({ ...health, toStatus: 'DISCONNECTED', toFailure: null }, 3).text).toBe(
      'The connection is disconnected',
    );
  });

  test.each([
    ['sync-config.changed', '/companies/3/models'],
    ['model.paused', '/companies/3/models'],
    ['company.renamed', '/companies/3/profile'],
    ['project.created', '/companies/3/profile'],
    ['company.archived', '/audit?entry=7'],
    ['connection.connected', '/audit?entry=7'],
  ])('of %s leads to where that stands', (action, href) => {
    expect(entryLine(change(action), 3).href).toBe(href);
  });

  test('of a cancelled sync leads to that sync', () => {
    const entry = entryLine(change('sync.cancelled', { subjectId: 's' }), 3);
    expect(entry).toMatchObject({ text: 'Robin cancelled a sync', href: '/companies/3/syncs/s' });
  });

  test('says by whom and through which door', () => {
    expect(byWhom(run)).toBe('by Robin, in the console');
    expect(byWhom({ ...run, by: 'Schedule', actor: 'itself', door: 'worker' })).toBe('by the schedule');
    expect(byWhom(change('company.renamed', { door: 'core-v4' }))).toBe('an API key, through the Core API');
    expect(byWhom(health)).toBe('seen by Ledgerline');
  });
});
