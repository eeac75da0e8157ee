import type { SignedIn } from '../auth/session-gate.ts';
import { type CsvColumn, csvLine } from '../format/csv.ts';
import { log } from '../log.ts';
import { gatedRoute, uncached } from './console-route.ts';
import { forLog } from './fault.ts';

/** A file to download: its columns, and its rows a page at a time. */
export interface CsvFile<Row> {
  /** Of the file, without its ending: `companies`. */
  name: string;
  columns: readonly CsvColumn<Row>[];
  pages: AsyncIterable<readonly Row[]>;
}

/** Rows that are read at once: what of a list is held in memory, however long it is. */
export const exportPageSize = 1_000;

/** Tells Excel that the file is UTF-8. */
const byteOrderMark = '\uFEFF';

/**
 * A route that streams a whole list as CSV, however long: a page is read when the browser has taken the one before. The
 * first page is read before the answer begins, so that a fault then has a status; a later one breaks the download off,
 * which the browser reports, rather than leave a file that looks whole.
 */
export function csvRoute<Row, P = Record<never, string>>(
  open: (session: SignedIn, request: Request, params: P) => CsvFile<Row> | Promise<CsvFile<Row>>,
) {
  return gatedRoute<P>(async (session, request, params) => {
    const { name, columns, pages } = await open(session, request, params);
    const iterator = pages[Symbol.asyncIterator]();
    const first = await iterator.next();
    const day = session.ctx.now.toISOString().slice(0, 10);
    return new Response(streamOf(columns, iterator, first), {
      headers: {
        ...uncached,
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}-${day}.csv"`,
      },
    });
  });
}

/** Every page of a list that is read by cursor. */
export async function* pagesOf<Row>(
  read: (after: string | null) => Promise<{ rows: readonly Row[]; next: string | null }>,
): AsyncGenerator<readonly Row[]> {
  let after: string | null = null;
  do {
    const page: { rows: readonly Row[]; next: string | null } = await read(after);
    yield page.rows;
    after = page.next;
  } while (after !== null);
}

function streamOf<Row>(
  columns: readonly CsvColumn<Row>[],
  pages: AsyncIterator<readonly Row[]>,
  first: IteratorResult<readonly Row[]>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const linesOf = (rows: readonly Row[]) =>
    rows.map((row) => csvLine(columns.map((column) => column.value(row)))).join('');
  let waiting: IteratorResult<readonly Row[]> | null = first;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(byteOrderMark + csvLine(columns.map(({ head }) => head))));
    },
    async pull(controller) {
      try {
        const page: IteratorResult<readonly Row[]> = waiting ?? (await pages.next());
        waiting = null;
        if (page.done) controller.close();
        else controller.enqueue(encoder.encode(linesOf(page.value)));
      } catch (error) {
        log().error({ err: forLog(error) }, 'an export broke off');
        controller.error(error);
      }
    },
    // The browser has gone: nothing more is read.
    async cancel() {
      await pages.return?.();
    },
  });
}
