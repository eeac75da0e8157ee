import { type Issue, invalid } from '../../errors.ts';
import { decodeCursor, type Place } from './cursor.ts';
import type { ModelDeclaration } from './declaration.ts';
import { expandIssues } from './expand.ts';
import { scalarFields, selectNames, sortNames } from './fields.ts';
import { filterIssues, type RecordFilter } from './filters.ts';
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
  /** Words that a record is known by, in any case; see `searchConditions`. */
  search?: string;
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

/** How a list is walked. Throws `invalid` with every problem of its input, or with one of its cursor. */
export function listWalk(declaration: ModelDeclaration, input: ListRecordsInput): ListWalk {
  const { next, prev, limit = defaultLimit } = input;
  const issues = listIssues(declaration, input);
  if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit) {
    issues.unshift({ path: 'limit', message: `must be a whole number from 1 to ${maxLimit}` });
  }
  const shown = sortOf(declaration, input.sort);
  if (issues.length > 0 || 'message' in shown) throw invalid(issues);
  const cursor = prev ?? next;
  const path = prev === undefined ? 'next' : 'prev';
  const from = cursor === undefined ? null : decodeCursor(cursor, shown.sort, path);
  return { shown, from, backwards: prev !== undefined, limit };
}

/** What is wrong with the words of a list's input: all of it but the limit and what a cursor says. */
export function listIssues(
  declaration: ModelDeclaration,
  input: Pick<ListRecordsInput, 'next' | 'prev' | 'filters' | 'sort' | 'expand' | 'select'>,
): Issue[] {
  const issues: Issue[] = [];
  if (input.next !== undefined && input.prev !== undefined) {
    issues.push({ path: 'prev', message: 'can not be combined with next' });
  }
  issues.push(...expandIssues(declaration, input.expand ?? []), ...selectIssues(input.select ?? []));
  const sort = sortOf(declaration, input.sort);
  if ('message' in sort) issues.push(sort);
  issues.push(...filterIssues(declaration, input.filters ?? []));
  return issues;
}

/** What is asked for and is not hidden by default. */
export const selectIssues = (select: readonly string[]): Issue[] =>
  select
    .filter((name) => !selectNames.some((allowed) => allowed === name))
    .map((name) => ({
      path: 'select',
      message: `${name} can not be selected; allowed ones are ${selectNames.join(', ')}`,
    }));

function sortOf(declaration: ModelDeclaration, asked: ListRecordsInput['sort']): Walk | Issue {
  const { field, direction } = asked ?? { field: 'rootfi_id', direction: 'ASC' };
  const path = `sort[${field}]`;
  const allowed = sortNames(declaration);
  const sort = scalarFields(declaration).find((one) => one.name === field);
  if (!sort || !allowed.includes(field)) {
    return { path, message: `can not be sorted by; allowed fields are ${allowed.join(', ')}` };
  }
  const word = direction.toLowerCase();
  if (word !== 'asc' && word !== 'desc') return { path, message: 'must be ASC or DESC' };
  return { sort, direction: word };
}
