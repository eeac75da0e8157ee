import type { Frequency, ParentModel } from '../../../db/schema/enums.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How much of a period the fleet is spread over. */
const spread = 0.1;
/** How far apart the models of one company fall: less than the scheduler's look-ahead, so that one sync takes them. */
const modelSpreadMs = 60_000;

/**
 * When a model is due again after `after`; null for NEVER. Months and years are those of the calendar, in UTC.
 * A part of the period, fixed by company and model, is taken off, so that companies that were connected together or
 * synced on the hour drift apart, and none is ever later than its period.
 */
export function nextDueAt(input: {
  frequency: Frequency;
  interval: number;
  after: Date;
  companyId: number;
  dataModel: ParentModel;
}): Date | null {
  const whole = addPeriod(input.after, input.frequency, input.interval);
  if (!whole) return null;
  const periodMs = whole.getTime() - input.after.getTime();
  const ofCompany = fraction(String(input.companyId)) * spread * periodMs;
  const ofModel = fraction(`${input.companyId} ${input.dataModel}`) * modelSpreadMs;
  return new Date(Math.round(whole.getTime() - ofCompany - ofModel));
}

/** One period after a moment; null for NEVER. The 31st plus a month is the month's last day. */
export function addPeriod(at: Date, frequency: Frequency, interval: number): Date | null {
  switch (frequency) {
    case 'HOURLY':
      return new Date(at.getTime() + interval * hourMs);
    case 'DAILY':
      return new Date(at.getTime() + interval * dayMs);
    case 'WEEKLY':
      return new Date(at.getTime() + interval * 7 * dayMs);
    case 'MONTHLY':
      return addMonths(at, interval);
    case 'YEARLY':
      return addMonths(at, interval * 12);
    case 'NEVER':
      return null;
  }
}

function addMonths(at: Date, months: number): Date {
  const moved = new Date(at);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(at.getUTCDate(), lastDay));
  return moved;
}

/** The shortest and the longest wait before the schedule tries a failed model again. */
const minRetryMs = 15 * 60_000;
const maxRetryMs = dayMs;

/**
 * When a model that failed is tried again: as long after now as it has been failing, at least 15 minutes, at most a
 * day, and never later than it would be due anyway. Waits double without a counter.
 */
export function retryDueAt(input: {
  now: Date;
  failingSince: Date;
  normal: Date | null;
  companyId: number;
}): Date | null {
  if (!input.normal) return null;
  const age = input.now.getTime() - input.failingSince.getTime();
  const waitMs = Math.min(maxRetryMs, Math.max(minRetryMs, age));
  const jitterMs = fraction(String(input.companyId)) * spread * waitMs;
  return new Date(Math.min(input.normal.getTime(), Math.round(input.now.getTime() + waitMs + jitterMs)));
}

/** A number from 0 up to 1 that a text always gives (FNV-1a). */
function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // Short numbers differ in their last bits alone: mix them upwards.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}
