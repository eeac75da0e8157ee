import type { Model } from '../../../state/book.ts';
import { wireId } from '../ids.ts';

/** The id of another record; null where there is none, also in a state file of before there were any. */
export const idOrNull = (model: Model, id: number | null | undefined): string | null =>
  id === null || id === undefined ? null : wireId(model, id);
