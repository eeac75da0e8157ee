import { z } from 'zod';
import { stampsAnswer } from './api-types.ts';
import type { Books } from './books.ts';
import { changedSince, type Domain, type Reread, type Since, type Tracking } from './queries/query.ts';
import { windowDigest } from './window-digest.ts';
import { encodeMoment, shiftMoment } from './wire-values.ts';

/**
 * What was there when a pass began. A stamp is the start of the transaction that wrote a row, so that a long one brings
 * rows with older stamps, and a server in a zone with summer time lives through an hour twice. The next pass therefore
 * looks back: when the rows of the last `lookBackMinutes` are still the same, only newer ones are read; else those too.
 */
export const markSchema = z.object({
  /** The newest stamp of all sources; null where there is none. */
  newest: z.iso.datetime({ precision: 6 }).nullable(),
  /** Of ids and stamps in the minutes before `newest`; null when they are too many, or settled. */
  digest: z.string().nullable(),
  /** By our own clock. */
  firstSeen: z.iso.datetime(),
  /** A pass that began so long after `firstSeen` that nothing older can come any more has read all up to `newest`. */
  settled: z.boolean(),
  /** By counted table: rows with ids up to `upTo`. Fewer of them later means that some were deleted. */
  counts: z.record(z.string(), z.object({ upTo: z.int(), count: z.int() })),
});
export type Mark = z.infer<typeof markSchema>;

const lookBackMinutes = 90;

/** A stamp further ahead than any time zone was made by a wrong clock and must not hide what comes before it. */
const farthestAheadMinutes = 15 * 60;

interface Moment {
  now: Date;
  signal: AbortSignal;
}

/** What a pass reads beside what is new; null stands for everything. */
export type Changes = { since: Since; reread: Exclude<Reread, 'everything'>[] } | null;

/**
 * What the server holds as a pass begins: the mark for the next one, and what this one must read after `earlier`. The
 * mark is taken before anything is read, so that what is written meanwhile is newer than it.
 */
export async function compare(
  books: Books,
  tracking: Tracking,
  earlier: Mark | null,
  { now, signal }: Moment,
): Promise<{ mark: Mark; changes: Changes }> {
  const latest = await latestOf(books, tracking, { now, signal });
  const isSame = earlier?.newest === latest.stamp;
  const firstSeen = isSame ? earlier.firstSeen : now.toISOString();
  const settled = isSame && (earlier.settled || now.getTime() - Date.parse(firstSeen) >= lookBackMinutes * 60_000);
  const digest = isSame && earlier.settled ? null : await digestBefore(books, tracking, latest.stamp, signal);
  const counts: Mark['counts'] = {};
  for (const { table } of tracking.counted) {
    const upTo = latest.ids.get(table) ?? 0;
    counts[table] = { upTo, count: await countOf(books, table, [['id', '<=', upTo]], signal) };
  }
  const mark = { newest: latest.stamp, digest, firstSeen, settled, counts };
  if (!earlier?.newest) return { mark, changes: null };
  const digestNow = isSame || earlier.settled ? digest : await digestBefore(books, tracking, earlier.newest, signal);
  const isUntouched = earlier.settled || (earlier.digest !== null && earlier.digest === digestNow);
  const since: Since = isUntouched
    ? { operator: '>', moment: earlier.newest }
    : { operator: '>=', moment: shiftMoment(earlier.newest, -lookBackMinutes) };
  return { mark, changes: await withTraceless(books, tracking, earlier, since, signal) };
}

/** Adds what changed without a stamp of its own. */
async function withTraceless(
  books: Books,
  tracking: Tracking,
  earlier: Mark,
  since: Since,
  signal: AbortSignal,
): Promise<Changes> {
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

const digestBefore = async (books: Books, tracking: Tracking, newest: string | null, signal: AbortSignal) =>
  newest === null
    ? null
    : windowDigest(books, tracking.sources, { from: shiftMoment(newest, -lookBackMinutes), to: newest }, signal);

/** The newest stamp of all sources, and the greatest id of each. */
async function latestOf(
  books: Books,
  tracking: Tracking,
  { now, signal }: Moment,
): Promise<{ stamp: string | null; ids: Map<string, number> }> {
  const limit = shiftMoment(now.toISOString(), farthestAheadMinutes);
  let stamp: string | null = null;
  const ids = new Map<string, number>();
  for (const table of tracking.sources) {
    const [made, written] = await Promise.all([
      first(books, table, [], 'id', signal),
      first(books, table, [['write_date', '<=', encodeMoment(limit)]], 'write_date', signal),
    ]);
    if (made) ids.set(table, made.id);
    for (const one of [made?.create_date, written?.write_date]) {
      if (one && one <= limit && (stamp === null || one > stamp)) stamp = one;
    }
  }
  return { stamp, ids };
}

async function first({ client, context }: Books, table: string, domain: Domain, column: string, signal: AbortSignal) {
  const [row] = await client.call({
    method: `${table}.search_read`,
    args: [domain, 0, 1, [[column, 'DESC']], ['create_date', 'write_date']],
    context,
    answer: stampsAnswer,
    signal,
  });
  return row;
}

const countOf = ({ client, context }: Books, table: string, domain: Domain, signal: AbortSignal): Promise<number> =>
  client.call({ method: `${table}.search_count`, args: [domain], context, answer: z.int(), signal });
