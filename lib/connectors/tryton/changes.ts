import { z } from 'zod';
import { idsAnswer, stampsAnswer } from './api-types.ts';
import type { Books } from './books.ts';
import { changedSince, type Domain, type Reread, type Since, type Tracking } from './queries.ts';
import { encodeMoment, shiftMoment } from './wire-values.ts';

/**
 * What has been seen when a pass begins. Stamps are the start of the transaction that wrote a row, so that a long one
 * brings rows with older stamps, and a server in a zone with summer time repeats an hour: the next pass begins `overlapMinutes`
 * before the newest stamp. Once that time has gone by since the stamp was first seen, nothing older can come any more.
 */
export const markSchema = z.object({
  /** The newest stamp of all sources; null where there is none. */
  newest: z.iso.datetime({ precision: 6 }).nullable(),
  /** By our own clock. */
  firstSeen: z.iso.datetime(),
  /** A pass that began long enough after `firstSeen` has read all that is not newer. */
  settled: z.boolean(),
  /** By counted table: rows with ids up to `upTo`. Fewer of them later means that some were deleted. */
  counts: z.record(z.string(), z.object({ upTo: z.int(), count: z.int() })),
});
export type Mark = z.infer<typeof markSchema>;

const overlapMinutes = 90;

/** A stamp further ahead than any time zone was made by a wrong clock and must not hide what comes before it. */
const farthestAheadMinutes = 15 * 60;

interface Asking {
  signal: AbortSignal;
}

/** Takes the mark of a pass that begins now; `earlier` is the one before. */
export async function takeMark(
  books: Books,
  tracking: Tracking,
  { earlier, now, signal }: Asking & { earlier: Mark | null; now: Date },
): Promise<Mark> {
  const latest = shiftMoment(now.toISOString(), farthestAheadMinutes);
  let newest: string | null = null;
  for (const table of tracking.sources) {
    for (const column of ['create_date', 'write_date'] as const) {
      const stamp = await newestStamp(books, table, column, { latest, signal });
      if (stamp !== null && (newest === null || stamp > newest)) newest = stamp;
    }
  }
  const counts: Mark['counts'] = {};
  for (const { table } of tracking.counted) {
    const upTo = await greatestId(books, table, signal);
    counts[table] = { upTo, count: await countOf(books, table, [['id', '<=', upTo]], signal) };
  }
  const isSame = earlier !== null && earlier.newest === newest;
  const firstSeen = isSame ? earlier.firstSeen : now.toISOString();
  const settled = isSame && (earlier.settled || now.getTime() - Date.parse(firstSeen) >= overlapMinutes * 60_000);
  return { newest, firstSeen, settled, counts };
}

/** What a pass must read after `earlier`; null when that is everything. */
export async function changesSince(
  books: Books,
  tracking: Tracking,
  { earlier, signal }: Asking & { earlier: Mark },
): Promise<{ since: Since; reread: Exclude<Reread, 'everything'>[] } | null> {
  if (earlier.newest === null) return null;
  const since: Since = earlier.settled
    ? { operator: '>', moment: earlier.newest }
    : { operator: '>=', moment: shiftMoment(earlier.newest, -overlapMinutes) };
  const reread = new Set<Reread>(tracking.always);
  for (const { table, reread: set } of tracking.counted) {
    const before = earlier.counts[table];
    if (!before || (await countOf(books, table, [['id', '<=', before.upTo]], signal)) !== before.count) reread.add(set);
  }
  for (const { table, reread: set } of tracking.shared) {
    if ((await countOf(books, table, changedSince([''], since), signal)) > 0) reread.add(set);
  }
  if (reread.delete('everything')) return null;
  return { since, reread: [...reread].filter((set) => set !== 'everything') };
}

async function newestStamp(
  { client, context }: Books,
  table: string,
  column: 'create_date' | 'write_date',
  { latest, signal }: Asking & { latest: string },
): Promise<string | null> {
  const [row] = await client.call({
    method: `${table}.search_read`,
    args: [[[column, '<=', encodeMoment(latest)]], 0, 1, [[column, 'DESC']], ['create_date', 'write_date']],
    context,
    answer: stampsAnswer,
    signal,
  });
  return row?.[column] ?? null;
}

async function greatestId({ client, context }: Books, table: string, signal: AbortSignal): Promise<number> {
  const [id] = await client.call({
    method: `${table}.search`,
    args: [[], 0, 1, [['id', 'DESC']]],
    context,
    answer: idsAnswer,
    signal,
  });
  return id ?? 0;
}

const countOf = ({ client, context }: Books, table: string, domain: Domain, signal: AbortSignal): Promise<number> =>
  client.call({ method: `${table}.search_count`, args: [domain], context, answer: z.int(), signal });
