import type { RecordModel } from '../../../domain/records/registry.ts';
import type { Row } from '../api-types.ts';
import { type Books, requireSameCompany } from '../books.ts';
import { queryOf } from '../queries.ts';
import { readPage } from '../read-page.ts';

/** Rows by their ids, as a pull yields them. What is no id of Tryton's, or not of these books, is left out. Throws ConnectorError. */
export async function readRecords(
  books: Books,
  model: RecordModel,
  platformIds: readonly string[],
  signal: AbortSignal,
): Promise<Row[]> {
  const ids = platformIds.filter((text) => /^\d{1,9}$/.test(text)).map(Number);
  if (ids.length === 0) return [];
  const query = await queryOf(books, model);
  if (!query) return [];
  const page = { domain: [['id', 'in', ids], ...query.scope], limit: ids.length, signal };
  const { rows } = await readPage(books, query, page);
  // Tryton hides the rows of a company in which its user no longer works.
  if (rows.length < ids.length) await requireSameCompany(books, signal);
  return rows;
}
