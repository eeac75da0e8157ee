import { z } from 'zod';
import { latestStamp } from '../raw-record.ts';
import type { PulledPage, PullRequest } from '../types.ts';
import { companyResource } from './api-types.ts';
import type { ProductiveClient } from './client.ts';

const moment = z.iso.datetime();

/**
 * Where a pass stands. With `page` it is under way and goes on there; without, it is whole and the next one begins with
 * the day before `seenUntil`.
 */
const checkpointSchema = z.object({
  page: z.int().min(1).nullable(),
  /** How many companies the pass has met; fewer later on means that some moved to earlier pages. */
  total: z.int().nullable(),
  /** What the pass under way asks for; null: everything. */
  since: z.iso.date().nullable(),
  /** The latest change that was read, at most when the pass began. */
  seenUntil: moment.nullable(),
  /** When the pass under way began, by our clock. */
  begunAt: moment,
});
type Checkpoint = z.infer<typeof checkpointSchema>;

const dayMs = 86_400_000;

export interface ProductivePullOptions {
  pageSize: number;
  now: () => Date;
}

/**
 * Reads the companies in the order in which they were made, so that one that changes stays in its place and a new one
 * comes last. One that is deleted meanwhile moves the others forward: then the page before is read again.
 */
export async function* pullCompanies(
  client: ProductiveClient,
  request: PullRequest,
  { pageSize, now }: ProductivePullOptions,
): AsyncGenerator<PulledPage> {
  let at = startOf(request, now());
  while (at.page !== null) {
    const answer = await client.page(queryOf(at, at.page, pageSize), request.signal);
    const { total_count: total, total_pages: pages } = answer.meta;
    const gone = Math.max(0, (at.total ?? 0) - total);
    if (gone > 0 && at.page > 1) {
      at = { ...at, page: Math.max(1, at.page - Math.ceil(gone / pageSize)), total };
      continue;
    }
    const page = at.page < pages ? at.page + 1 : null;
    at = { ...at, page, total: page && total, seenUntil: latestStamp(answer.data.map(stampOf), at) };
    yield { records: answer.data, checkpoint: at };
  }
}

function startOf({ cursor, full }: PullRequest, now: Date): Checkpoint {
  const known = checkpointSchema.safeParse(cursor).data ?? null;
  if (known?.page) return known;
  const begunAt = now.toISOString();
  const seenUntil = full ? null : (known?.seenUntil ?? null);
  const since = seenUntil && new Date(Date.parse(seenUntil) - dayMs).toISOString().slice(0, 10);
  return { page: 1, total: null, since, seenUntil, begunAt };
}

function queryOf({ since }: Checkpoint, page: number, pageSize: number): URLSearchParams {
  return new URLSearchParams({
    ...(since && { 'filter[last_activity_at][gt_eq]': since }),
    sort: 'created_at',
    'page[number]': String(page),
    'page[size]': String(pageSize),
  });
}

const stampOf = (raw: unknown) => companyResource.safeParse(raw).data?.attributes.last_activity_at;
