import { z } from 'zod';
import { ConnectorError } from '../errors.ts';
import type { PulledPage, PullRequest } from '../types.ts';
import type { ListPage, Row } from './client.ts';
import { type OpenCompany, withOrigin } from './company.ts';
import { withDocuments } from './ledger.ts';
import type { BusinessCentralModel } from './mapper.ts';
import { allOf, pathWith } from './odata.ts';
import { type Source, scopeOf, sources } from './queries.ts';

/**
 * Records become visible when what wrote them is whole, and are stamped while it runs, which may take eight minutes. The
 * hash makes reading some again cheap.
 */
const overlapMs = 600_000;

const stamp = z.iso.datetime();

/**
 * Where a pass stands: in which of the model's sources, and after which page (`link`; null begins the source). Past the
 * last source it is whole, and the next one begins shortly before what each has seen.
 */
const checkpointSchema = z.object({
  version: z.literal(1),
  /** The day from which records are kept; an earlier one later on means reading everything. */
  from: z.iso.date().nullable(),
  source: z.int().min(0),
  link: z.string().startsWith('/').nullable(),
  /** By source: from where this pass reads, null for everything; and the latest change that it has read. */
  since: z.array(stamp.nullable()),
  seen: z.array(stamp.nullable()),
});
type Checkpoint = z.infer<typeof checkpointSchema>;

export interface PullOptions {
  pageSize: number;
  now: () => Date;
}

/** Reads one model page by page in the order of change; see `PlatformSession.pull`. */
export async function* pullModel(
  company: OpenCompany,
  model: BusinessCentralModel,
  request: PullRequest,
  options: PullOptions,
): AsyncGenerator<PulledPage> {
  const all = sources[model];
  let at = startOf(all, request);
  for (let source = all[at.source]; source; source = all[at.source]) {
    const page = await readPage(company, source, at, request.signal, options.pageSize);
    const seen = at.seen.with(at.source, latest(page.rows, at.seen[at.source] ?? null, options.now()));
    at = { ...at, seen, source: at.source + (page.next === null ? 1 : 0), link: page.next };
    yield { records: await completed(company, source, page.rows, request.signal), checkpoint: at };
  }
}

function startOf(all: readonly Source[], request: PullRequest): Checkpoint {
  const hasDay = all.some(({ dayField }) => dayField !== undefined);
  const from = (hasDay && request.syncFrom?.toISOString().slice(0, 10)) || null;
  const stored = checkpointSchema.safeParse(request.cursor).data ?? null;
  const isUsable = stored !== null && stored.seen.length === all.length && !reachesBack(from, stored.from);
  const nothing = all.map(() => null);
  const first = { version: 1, from, source: 0, link: null, since: nothing, seen: nothing } as const;
  if (!isUsable) return { ...first, since: [...nothing], seen: [...nothing] };
  if (stored.source < all.length) return stored;
  if (request.full) return { ...first, since: [...nothing], seen: [...nothing] };
  const since = stored.seen.map((one) => one && new Date(Date.parse(one) - overlapMs).toISOString());
  return { ...first, since, seen: stored.seen };
}

/** Whether records from before the earlier first day are wanted now. */
const reachesBack = (from: string | null, earlier: string | null) =>
  earlier !== null && (from === null || from < earlier);

async function readPage(
  company: OpenCompany,
  source: Source,
  at: Checkpoint,
  signal: AbortSignal,
  pageSize: number,
): Promise<ListPage> {
  const { client } = company;
  if (at.link !== null) {
    try {
      return await client.list(at.link, pageSize, signal);
    } catch (error) {
      // A link may have grown too old to be known: the source is read from its beginning then.
      if (!(error instanceof ConnectorError && error.failureClass === 'bad-request')) throw error;
    }
  }
  const scope = await scopeOf(company, source, signal);
  if (scope === null) return { rows: [], next: null };
  const since = at.since[at.source];
  const query = {
    $filter: allOf(
      scope,
      since ? `lastModifiedDateTime ge ${since}` : null,
      at.from && source.dayField ? `${source.dayField} ge ${at.from}` : null,
    ),
    $orderby: 'lastModifiedDateTime',
    $expand: source.expand,
  };
  return await client.list(pathWith(`${company.path}/${source.entity}`, query), pageSize, signal);
}

/** Rows with what a mapper must know beside them. */
export async function completed(
  company: OpenCompany,
  source: Source,
  rows: readonly Row[],
  signal: AbortSignal,
): Promise<Row[]> {
  const whole = source.side && rows.length > 0 ? await withDocuments(company, source.side, rows, signal) : rows;
  return whole.map((row) => withOrigin(company, source.entity, row));
}

/**
 * The latest readable stamp, at most this moment: a record stamped in the future must not hide what changes before then.
 */
function latest(rows: readonly Row[], before: string | null, now: Date): string | null {
  let last = before;
  for (const { lastModifiedDateTime: text } of rows) {
    if (typeof text !== 'string' || Number.isNaN(Date.parse(text))) continue;
    const modified = new Date(Math.min(Date.parse(text), now.getTime())).toISOString();
    if (last === null || modified > last) last = modified;
  }
  return last;
}
