import { expect, test } from 'vitest';
import { frequencies } from '../../../db/schema/enums.ts';
import { addPeriod, nextDueAt, retryDueAt } from './due-interval.ts';

const after = new Date('2026-01-31T10:00:00Z');
const minuteMs = 60_000;

test.each([
  ['HOURLY', 3, '2026-01-31T13:00:00.000Z'],
  ['DAILY', 2, '2026-02-02T10:00:00.000Z'],
  ['WEEKLY', 2, '2026-02-14T10:00:00.000Z'],
  ['MONTHLY', 1, '2026-02-28T10:00:00.000Z'],
  ['MONTHLY', 25, '2028-02-29T10:00:00.000Z'],
  ['YEARLY', 1, '2027-01-31T10:00:00.000Z'],
] as const)('%s × %i after the last of January', (frequency, interval, expected) => {
  expect(addPeriod(after, frequency, interval)?.toISOString()).toBe(expected);
});

test('NEVER is never due', () => {
  expect(nextDueAt({ frequency: 'NEVER', interval: 1, after, companyId: 1, dataModel: 'CONTACT' })).toBeNull();
});

test('a model is due at the same moment however often one asks, and never later than its period', () => {
  for (const frequency of frequencies.filter((one) => one !== 'NEVER')) {
    for (let companyId = 1; companyId <= 200; companyId++) {
      const ask = () => nextDueAt({ frequency, interval: 2, after, companyId, dataModel: 'INVOICE' });
      const whole = Number(addPeriod(after, frequency, 2));
      expect(Number(ask())).toBe(Number(ask()));
      expect(Number(ask())).toBeLessThanOrEqual(whole);
      expect(Number(ask())).toBeGreaterThan(whole - (whole - Number(after)) * 0.1 - minuteMs);
    }
  }
});

test('a fleet that was synced on the hour spreads over a tenth of the period', () => {
  const due = Array.from({ length: 1_000 }, (_, i) =>
    Number(nextDueAt({ frequency: 'HOURLY', interval: 1, after, companyId: i + 1, dataModel: 'CONTACT' })),
  );
  const minute = (at: number) => Math.floor((at - Math.min(...due)) / minuteMs);
  const perMinute = due.reduce<number[]>((counts, at) => {
    counts[minute(at)] = (counts[minute(at)] ?? 0) + 1;
    return counts;
  }, []);
  expect(perMinute.length).toBeGreaterThanOrEqual(6);
  expect(Math.max(...perMinute)).toBeLessThan(250);
});

test('the models of one company fall within a minute of one another', () => {
  const due = (['CURRENCY', 'ACCOUNT', 'CONTACT', 'INVOICE', 'INVOICE_PAYMENT'] as const).map((dataModel) =>
    Number(nextDueAt({ frequency: 'WEEKLY', interval: 2, after, companyId: 7, dataModel })),
  );
  expect(Math.max(...due) - Math.min(...due)).toBeLessThan(minuteMs);
});

test('a failing model is tried again the later the longer it has been failing, and not later than it would be due', () => {
  const now = new Date('2026-03-01T12:00:00Z');
  const normal = new Date('2026-03-14T12:00:00Z');
  const waitMinutes = (failingMinutes: number) => {
    const failingSince = new Date(now.getTime() - failingMinutes * minuteMs);
    return (Number(retryDueAt({ now, failingSince, normal, companyId: 3 })) - Number(now)) / minuteMs;
  };
  expect(waitMinutes(0)).toBeGreaterThanOrEqual(15);
  expect(waitMinutes(0)).toBeLessThanOrEqual(16.5);
  expect(waitMinutes(120)).toBeGreaterThanOrEqual(120);
  expect(waitMinutes(100_000)).toBeLessThanOrEqual(24 * 66);
  const soon = new Date(now.getTime() + minuteMs);
  expect(retryDueAt({ now, failingSince: now, normal: soon, companyId: 3 })).toEqual(soon);
  expect(retryDueAt({ now, failingSince: now, normal: null, companyId: 3 })).toBeNull();
});
