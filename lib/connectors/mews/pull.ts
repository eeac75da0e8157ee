import { z } from 'zod';
import { latestStamp } from '../raw-record.ts';
import type { PulledPage, PullRequest } from '../types.ts';
import { companyItem } from './api-types.ts';
import type { MewsClient } from './client.ts';

const moment = z.iso.datetime();

/**
 * Where a pass stands. With `cursor`, or with a window that is not the last, it is under way and goes on there; else it
 * is whole and the next one begins shortly before `seenUntil`.
 */
const checkpointSchema = z.object({
  isWhole: z.boolean(),
  cursor: z.string().nullable(),
  /** The changes that are asked for; null: everything. */
  window: z.object({ from: moment, until: moment }).nullable(),
  /** The latest change that was read, at most when the pass began. */
  seenUntil: moment.nullable(),
  /** When the pass under way began, by our clock. */
  begunAt: moment,
});
type Checkpoint = z.infer<typeof checkpointSchema>;

const dayMs = 86_400_000;
/** Mews takes three months of changes at a time. */
const windowMs = 85 * dayMs;
/** Stamps are whole seconds, clocks differ, and a record may become visible a little after its stamp. */
const overlapMs = 300_000;

export interface MewsPullOptions {
  pageSize: number;
  now: () => Date;
}

/** Reads the companies newest first, which stays the order whatever changes meanwhile, in windows of their changes. */
export async function* pullCompanies(
  client: MewsClient,
  request: PullRequest,
  { pageSize, now }: MewsPullOptions,
): AsyncGenerator<PulledPage> {
  let at = startOf(request, now());
  while (!at.isWhole) {
    const { Companies: records, Cursor } = await client.getAll(
      {
        ...(at.window && { UpdatedUtc: { StartUtc: seconds(at.window.from), EndUtc: seconds(at.window.until) } }),
        Limitation: { Count: pageSize, ...(at.cursor !== null && { Cursor: at.cursor }) },
      },
      request.signal,
    );
    const isLastPage = records.length < pageSize || !Cursor;
    at = { ...at, seenUntil: latestStamp(records.map(stampOf), at), cursor: isLastPage ? null : Cursor };
    if (isLastPage) at = nextWindow(at);
    yield { records, checkpoint: at };
  }
}

function startOf({ cursor, full }: PullRequest, now: Date): Checkpoint {
  const known = checkpointSchema.safeParse(cursor).data ?? null;
  if (known && !known.isWhole) return known;
  const begunAt = now.toISOString();
  const seenUntil = full ? null : (known?.seenUntil ?? null);
  const window = seenUntil === null ? null : windowFrom(Date.parse(seenUntil) - overlapMs);
  return { isWhole: false, cursor: null, window, seenUntil, begunAt };
}

const windowFrom = (from: number) => ({
  from: new Date(from).toISOString(),
  until: new Date(from + windowMs).toISOString(),
});

/** The window after one that was read to its end; the pass is whole when that lies in the future. */
function nextWindow(at: Checkpoint): Checkpoint {
  if (at.window === null || at.window.until > at.begunAt) return { ...at, isWhole: true, window: null };
  return { ...at, window: windowFrom(Date.parse(at.window.until)) };
}

const seconds = (stamp: string) => `${stamp.slice(0, 19)}Z`;

const stampOf = (raw: unknown) => companyItem.safeParse(raw).data?.UpdatedUtc;
