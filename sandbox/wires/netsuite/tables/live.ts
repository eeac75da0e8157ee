import type { Book, Model, Records } from '../../../state/book.ts';

/** The records of a model that were not deleted. */
export const live = <M extends Model>(book: Book, model: M): Records[M][] =>
  (book.tables[model].all() as Records[M][]).filter((record) => record.deleted === null);
