import { expect, it } from 'vitest';
import { freshnessOf } from './freshness.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const model = {
  enabled: true,
  frequency: 'DAILY',
  dueAt: '2026-11-21T18:00:00Z',
  lastSyncedAt: '2026-11-20T18:00:00Z',
  pause: null,
} as const;

it('is on time until some minutes after it is due', () => {
  expect(freshnessOf(model, now).label).toBe('On time');
  expect(freshnessOf({ ...model, dueAt: '2026-11-21T11:50:00Z' }, now).label).toBe('On time');
  expect(freshnessOf({ ...model, dueAt: '2026-11-21T11:40:00Z' }, now)).toEqual({ label: 'Overdue', tone: 'warning' });
});

it('raises no alarm for a model that is off, by hand, or waits for its first sync', () => {
  expect(freshnessOf({ ...model, enabled: false, dueAt: null }, now).label).toBe('Off');
  expect(freshnessOf({ ...model, frequency: 'NEVER', dueAt: null }, now).label).toBe('By hand only');
  expect(freshnessOf({ ...model, lastSyncedAt: null }, now).label).toBe('Not read yet');
});

it('raises no alarm for a model that a person paused', () => {
  const pause = { since: '2026-11-20T19:00:00Z', by: 'Robin' };
  expect(freshnessOf({ ...model, pause, dueAt: '2026-11-20T20:00:00Z' }, now)).toEqual({
    label: 'Paused',
    tone: 'neutral',
  });
});

it('promises nothing for a company that is disconnected', () => {
  expect(freshnessOf({ ...model, dueAt: null }, now)).toEqual({ label: 'Not scheduled', tone: 'neutral' });
});
