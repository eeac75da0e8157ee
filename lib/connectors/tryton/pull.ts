import { z } from 'zod';
import type { RecordModel } from '../../domain/records/registry.ts';
import type { PulledPage, PullRequest } from '../types.ts';
import { type Books, requireSameCompany } from './books.ts';
import { compare, markSchema } from './changes.ts';
import { askedTooMuch } from './failures.ts';
import { changedSince, type Domain, type ModelQuery, rereadDomain } from './queries/query.ts';
import { queryOf } from './queries.ts';
import { type Page, type PageRows, readPage } from './read-page.ts';

/**
 * A pass under way: rows are read in the order of their ids, so that a page has no ties and goes on after `lastId`
 * whatever changes meanwhile. What changes behind it is newer than the mark and belongs to the next pass.
 */
const passSchema = z.object({
  full: z.boolean(),
  lastId: z.int(),
  /** Null: the pass reads everything. */
  changes: z
    .object({
      since: z.object({ operator: z.enum(['>', '>=']), moment: z.iso.datetime({ precision: 6 }) }),
      reread: z.array(z.enum(['unposted', 'open', 'open-foreign'])),
    })
    .nullable(),
});

/** Where a model stands: small JSON, kept after each page. Without `pass` the last one is whole. */
const checkpointSchema = z.object({
  version: z.literal(1),
  /** The day from which records are kept; an earlier one later on means reading everything. */
  from: z.iso.date().nullable(),
  /** Taken before the pass began to read. */
  mark: markSchema.nullable(),
  pass: passSchema.nullable(),
});
type Checkpoint = z.infer<typeof checkpointSchema>;
type Pass = z.infer<typeof passSchema>;

export interface PullOptions {
  pageSize: number;
  /** For elapsed time only; it is never compared with the server's stamps, except to disbelieve far future ones. */
  now: () => Date;
}

/** Reads one model page by page; see `PlatformSession.pull`. */
export async function* pullModel(
  books: Books,
  model: RecordModel,
  request: PullRequest,
  options: PullOptions,
): AsyncGenerator<PulledPage> {
  const query = await queryOf(books, model);
  if (!query) return yield nothing;
  const { pass: begun, ...kept } = await startOf(books, query, request, options.now());
  let { pageSize } = options;
  for (let pass: Pass | null = begun; pass; ) {
    const page: Page = { domain: domainOf(books, query, kept.from, pass), limit: pageSize, signal: request.signal };
    const read: PageRows | null = await readPage(books, query, page).catch((error: unknown) => {
      if (!askedTooMuch(error) || pageSize === 1) throw error;
      return null;
    });
    if (read === null) {
      // Some documents are huge and some servers slow: a quarter may pass where the whole page did not.
      pageSize = Math.ceil(pageSize / 4);
      continue;
    }
    pass = read.lastId === null ? null : { ...pass, lastId: read.lastId };
    if (pass === null) await requireSameCompany(books, request.signal);
    yield { records: read.rows, checkpoint: { ...kept, pass } satisfies Checkpoint };
  }
}

/** Of a model whose module this Tryton lacks. */
const nothing: PulledPage = {
  records: [],
  checkpoint: { version: 1, from: null, mark: null, pass: null } satisfies Checkpoint,
};

async function startOf(
  books: Books,
  query: ModelQuery,
  request: PullRequest,
  now: Date,
): Promise<Checkpoint & { pass: Pass }> {
  const from = (query.fromDay && request.syncFrom?.toISOString().slice(0, 10)) ?? null;
  const stored = checkpointSchema.safeParse(request.cursor).data ?? null;
  if (stored?.pass && stored.from === from && (stored.pass.full || !request.full)) {
    return { ...stored, pass: stored.pass };
  }
  const isUpToDate = stored !== null && !stored.pass && !reachesBack(from, stored.from);
  const { tracking } = query;
  if (!tracking) return { version: 1, from, mark: null, pass: { full: request.full, lastId: 0, changes: null } };
  const earlier = isUpToDate && !request.full ? stored.mark : null;
  const { mark, changes } = await compare(books, tracking, earlier, { now, signal: request.signal });
  return { version: 1, from, mark, pass: { full: request.full, lastId: 0, changes } };
}

/** Whether records from before the earlier first day are wanted now. */
const reachesBack = (from: string | null, earlier: string | null) =>
  earlier !== null && (from === null || from < earlier);

function domainOf(books: Books, query: ModelQuery, from: string | null, pass: Pass): Domain {
  const { changes } = pass;
  return [
    ['id', '>', pass.lastId],
    ...query.scope,
    ...(from && query.fromDay ? [query.fromDay(from)] : []),
    ...(changes
      ? [
          [
            'OR',
            changedSince(query.tracking?.stamped ?? [], changes.since),
            ...changes.reread.map((set) => rereadDomain(books, set)),
          ],
        ]
      : []),
  ];
}
