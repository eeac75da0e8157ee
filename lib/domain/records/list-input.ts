import { invalid } from '../../errors.ts';
import { decodeCursor, type Place } from './cursor.ts';
import type { ModelDeclaration } from './declaration.ts';
import { checkExpand } from './expand.ts';
import { selectNames, sortNames, wireFields } from './fields.ts';
import type { RecordFilter } from './filters.ts';
import type { Walk } from './keyset.ts';
import type { RecordModel } from './registry.ts';

/** What a list of records is asked for; words are checked here, so that every door gives the same messages. */
export interface ListRecordsInput {
  companyId: number;
  model: RecordModel;
  /** 1–1000, default 100. */
  limit?: number;
  /** A cursor of an earlier answer: go on after it, or back before it. One of them at most. */
  next?: string;
  prev?: string;
  filters?: readonly RecordFilter[];
  /** ASC or DESC in any case; default rootfi_id ASC. */
  sort?: { field: string; direction: string };
  expand?: readonly string[];
  select?: readonly string[];
  includeDeleted?: boolean;
  returnCount?: boolean;
}

export const defaultLimit = 100;
export const maxLimit = 1000;

/** How a list is walked: from where, in the order in which it is shown, and whether backwards from there. */
export interface ListWalk {
  shown: Walk;
  from: Place | null;
  backwards: boolean;
  limit: number;
}

/** Checks everything of a list's input but its filters. Throws `invalid`. */
export function listWalk(declaration: ModelDeclaration, input: ListRecordsInput): ListWalk {
  const { next, prev, limit = defaultLimit } = input;
  if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit) {
    throw invalid({ path: 'limit', message: `must be a whole number from 1 to ${maxLimit}` });
  }
  if (next !== undefined && prev !== undefined) {
    throw invalid({ path: 'prev', message: 'can not be combined with next' });
  }
  checkExpand(declaration, input.expand ?? []);
  checkSelect(input.select ?? []);
  const shown = sortOf(declaration, input.sort);
  const cursor = prev ?? next;
  const path = prev === undefined ? 'next' : 'prev';
  const from = cursor === undefined ? null : decodeCursor(cursor, shown.sort, path);
  return { shown, from, backwards: prev !== undefined, limit };
}

/** Throws `invalid` for anything that is not hidden by default. */
export function checkSelect(select: readonly string[]): void {
  const unknown = select.find((name) => !selectNames.some((allowed) => allowed === name));
  if (unknown === undefined) return;
  throw invalid({
    path: 'select',
    message: `${unknown} can not be selected; allowed ones are ${selectNames.join(', ')}`,
  });
}

function sortOf(declaration: ModelDeclaration, asked: ListRecordsInput['sort']): Walk {
  const { field, direction } = asked ?? { field: 'rootfi_id', direction: 'ASC' };
  const path = `sort[${field}]`;
  const allowed = sortNames(declaration);
  const sort = wireFields(declaration).find((one) => one.name === field);
  if (!sort || !allowed.includes(field)) {
    throw invalid({ path, message: `can not be sorted by; allowed fields are ${allowed.join(', ')}` });
  }
  const word = direction.toLowerCase();
  if (word !== 'asc' && word !== 'desc') throw invalid({ path, message: 'must be ASC or DESC' });
  return { sort, direction: word };
}
