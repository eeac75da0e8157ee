import { expect, test } from 'vitest';
import type { MewsClient } from './client.ts';
import { pullCompanies } from './pull.ts';

/** What is asked for, page by page, of a chain that has no company. */
async function askedFor(cursor: unknown, now: string): Promise<{ asked: object[]; checkpoint: unknown }> {
  const asked: object[] = [];
  const unused = () => Promise.reject(new Error('nothing is written'));
  const client: MewsClient = {
    getAll: async (filter) => {
      asked.push(filter);
      return { Companies: [], Cursor: null };
    },
    add: unused,
    update: unused,
    delete: unused,
  };
  const request = { cursor, full: false, syncFrom: null, signal: new AbortController().signal };
  let checkpoint: unknown = null;
  const options = { pageSize: 10, now: () => new Date(now) };
  for await (const page of pullCompanies(client, request, options)) checkpoint = page.checkpoint;
  return { asked, checkpoint };
}

const whole = (seenUntil: string) => ({ isWhole: true, cursor: null, window: null, seenUntil, begunAt: seenUntil });

test('changes of a year are asked for in windows of less than three months that leave nothing out', async () => {
  const { asked } = await askedFor(whole('2026-01-01T00:00:00.000Z'), '2027-01-01T00:00:00.000Z');
  const windows = asked.map((one) => (one as { UpdatedUtc: { StartUtc: string; EndUtc: string } }).UpdatedUtc);
  expect(windows[0]?.StartUtc).toBe('2025-12-31T23:55:00Z');
  for (const [place, { StartUtc, EndUtc }] of windows.entries()) {
    expect(Date.parse(EndUtc) - Date.parse(StartUtc)).toBeLessThan(89 * 86_400_000);
    if (place > 0) expect(StartUtc).toBe(windows[place - 1]?.EndUtc);
  }
  expect(Date.parse(windows.at(-1)?.EndUtc ?? '')).toBeGreaterThan(Date.parse('2027-01-01'));
});

test('a first pass asks for everything, and a checkpoint that is not known begins anew', async () => {
  for (const cursor of [null, { page: 3 }]) {
    const { asked } = await askedFor(cursor, '2026-03-01T00:00:00.000Z');
    expect(asked).toEqual([{ Limitation: { Count: 10 } }]);
  }
});
