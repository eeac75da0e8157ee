import type { SignedIn } from '../auth/session-gate.ts';
import { type CsvColumn, csvLine } from '../format/csv.ts';
import { fileRoute } from './file-route.ts';

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

/** A route that streams a whole list as CSV, a page at a time; see `fileRoute`. */
export function csvRoute<Row, P = Record<never, string>>(
  open: (session: SignedIn, request: Request, params: P) => CsvFile<Row> | Promise<CsvFile<Row>>,
) {
  return fileRoute<P>(async (session, request, params) => {
    const file = await open(session, request, params);
    return { name: file.name, ending: 'csv', contentType: 'text/csv', parts: linesOf(file) };
  });
}

/** The head with the first page, so that a fault of that comes before anything is sent. */
async function* linesOf<Row>({ columns, pages }: CsvFile<Row>): AsyncGenerator<string> {
  let head = byteOrderMark + csvLine(columns.map((column) => column.head));
  for await (const rows of pages) {
    yield head + rows.map((row) => csvLine(columns.map((column) => column.value(row)))).join('');
    head = '';
  }
  if (head) yield head;
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
