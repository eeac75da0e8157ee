import { createHash } from 'node:crypto';
import { stampsAnswer } from './api-types.ts';
import type { Books } from './books.ts';
import { encodeMoment } from './wire-values.ts';

const pageSize = 5_000;

/** Above this it is cheaper to read the rows again than to compare their stamps with every pass. */
const mostRows = 50_000;

/**
 * A digest of the ids and stamps of all rows last written in a span of time, both ends included; null for too many. It
 * is the same as long as none of them was written again, deleted or joined by another.
 */
export async function windowDigest(
  { client, context }: Books,
  tables: readonly string[],
  span: { from: string; to: string },
  signal: AbortSignal,
): Promise<string | null> {
  const hash = createHash('sha1');
  let rows = 0;
  for (const table of tables) {
    for (let lastId = 0, isLast = false; !isLast; ) {
      const page = await client.call({
        method: `${table}.search_read`,
        args: [[['id', '>', lastId], lastWritten(span)], 0, pageSize, [['id', 'ASC']], ['create_date', 'write_date']],
        context,
        answer: stampsAnswer,
        signal,
      });
      for (const row of page) {
        hash.update(`${table} ${row.id} ${row.write_date ?? row.create_date}\n`);
        lastId = row.id;
      }
      rows += page.length;
      if (rows > mostRows) return null;
      isLast = page.length < pageSize;
    }
  }
  return hash.digest('hex');
}

/** `write_date` stays null until the first edit. */
const lastWritten = (span: { from: string; to: string }) => {
  const [from, to] = [encodeMoment(span.from), encodeMoment(span.to)];
  return [
    'OR',
    [
      ['write_date', '>=', from],
      ['write_date', '<=', to],
    ],
    [
      ['write_date', '=', null],
      ['create_date', '>=', from],
      ['create_date', '<=', to],
    ],
  ];
};
