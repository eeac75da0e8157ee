import { z } from 'zod';
import type { PulledPage, PullRequest } from '../types.ts';
import type { Row } from './api-types.ts';
import type { NetsuiteClient } from './client.ts';
import { daySql, type ModelQuery, momentColumn, momentSql, type PartQuery, select } from './queries/query.ts';
import { readPart } from './read-part.ts';
import { earlier, isWallTime, wallTime } from './wall-time.ts';

const wall = z.string().refine(isWallTime);

/**
 * A pass under way: rows are read in the order of their ids, so that a page has no ties and goes on after `lastId`
 * whatever changes meanwhile. What changes behind it is newer than the mark and belongs to the next pass.
 */
const passSchema = z.object({
  full: z.boolean(),
  part: z.int().min(0),
  lastId: z.int().min(0),
  /** Null: the pass reads everything. */
  since: wall.nullable(),
});

/** Where a model stands. Without `pass` the last one is whole. Moments are what the account's clocks show. */
const checkpointSchema = z.object({
  version: z.literal(1),
  /** The day from which records are kept; an earlier one later on means reading everything. */
  from: z.iso.date().nullable(),
  /** The latest change that was there before the pass began to read. */
  mark: wall.nullable(),
  pass: passSchema.nullable(),
});
type Checkpoint = z.infer<typeof checkpointSchema>;
type Pass = z.infer<typeof passSchema>;

/**
 * Changes are asked for from this long before the mark: a transaction may become visible after its stamp, and in autumn
 * the clocks show one hour twice. The hash makes reading them again cheap.
 */
const overlapMs = 2 * 3_600_000;

export interface PullOptions {
  pageSize: number;
  now: () => Date;
}

/** Reads one model page by page; see `PlatformSession.pull`. */
export async function* pullModel(
  client: NetsuiteClient,
  query: ModelQuery,
  request: PullRequest,
  options: PullOptions,
): AsyncGenerator<PulledPage> {
  const { pass: begun, ...kept } = await startOf(client, query, request, options.now());
  for (let pass: Pass | null = begun; pass; ) {
    const { records, next } = await readNext(client, query, { pass, from: kept.from, ...options }, request.signal);
    pass = next;
    yield { records, checkpoint: { ...kept, pass } satisfies Checkpoint };
  }
}

async function readNext(
  client: NetsuiteClient,
  query: ModelQuery,
  at: { pass: Pass; from: string | null; pageSize: number },
  signal: AbortSignal,
): Promise<{ records: Row[]; next: Pass | null }> {
  const { pass, from, pageSize } = at;
  const part = query.parts[pass.part];
  if (!part) return { records: [], next: null };
  const conditions = [
    ...(from !== null && part.day ? [`${part.day} >= ${daySql(from)}`] : []),
    ...(pass.since !== null && part.changes ? [part.changes.since(momentSql(pass.since))] : []),
  ];
  const { records, lastId } = await readPart(client, part, {
    conditions,
    lastId: pass.lastId,
    limit: pageSize,
    signal,
  });
  const isLast = pass.part === query.parts.length - 1;
  const following = isLast ? null : { ...pass, part: pass.part + 1, lastId: 0 };
  return {
    records: query.split ? records.flatMap(query.split) : records,
    next: lastId === null ? following : { ...pass, lastId },
  };
}

async function startOf(
  client: NetsuiteClient,
  query: ModelQuery,
  request: PullRequest,
  now: Date,
): Promise<Checkpoint & { pass: Pass }> {
  const hasDay = query.parts.some(({ day }) => day !== undefined);
  const from = (hasDay && request.syncFrom?.toISOString().slice(0, 10)) || null;
  const stored = checkpointSchema.safeParse(request.cursor).data ?? null;
  if (stored?.pass && stored.from === from && (stored.pass.full || !request.full)) {
    return { ...stored, pass: stored.pass };
  }
  const isUpToDate = stored !== null && !stored.pass && !request.full && !reachesBack(from, stored.from);
  const before = isUpToDate ? stored.mark : null;
  const mark = await latestChange(client, query, { now, signal: request.signal });
  const since = before && earlier(before, overlapMs);
  return { version: 1, from, mark: mark ?? before, pass: { full: request.full, part: 0, lastId: 0, since } };
}

/** Whether records from before the earlier first day are wanted now. */
const reachesBack = (from: string | null, earlierFrom: string | null) =>
  earlierFrom !== null && (from === null || from < earlierFrom);

/**
 * The latest stamp of a model; null where there is none. At most this moment: a record stamped in the future must not hide
 * what changes before then.
 */
async function latestChange(
  client: NetsuiteClient,
  { parts }: ModelQuery,
  { now, signal }: { now: Date; signal: AbortSignal },
): Promise<string | null> {
  let latest: string | null = null;
  for (const { changes } of parts) {
    const stamp = changes && (await latestStamp(client, changes, signal));
    if (stamp && (latest === null || stamp > latest)) latest = stamp;
  }
  const present = wallTime(now, client.account.timeZone);
  return latest !== null && latest > present ? present : latest;
}

async function latestStamp(
  client: NetsuiteClient,
  { from, scope, stamp }: NonNullable<PartQuery['changes']>,
  signal: AbortSignal,
): Promise<string | null> {
  const conditions = [...scope, `${stamp} IS NOT NULL`];
  const sql = select([momentColumn(stamp, 'stamp')], from, conditions, [`${stamp} DESC`]);
  const { rows } = await client.query(sql, { limit: 1, signal });
  const value = rows[0]?.stamp;
  return isWallTime(value) ? value : null;
}
