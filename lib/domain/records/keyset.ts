import type { Place } from './cursor.ts';
import type { FieldInfo } from './fields.ts';
import { parameterType } from './filters.ts';
import { quoted, type Statement } from './statement.ts';

export type Direction = 'asc' | 'desc';

/** A way through a list: by the sort field and then by rootfi_id, both in one direction. */
export interface Walk {
  sort: FieldInfo;
  direction: Direction;
}

export const reversed = ({ sort, direction }: Walk): Walk => ({
  sort,
  direction: direction === 'asc' ? 'desc' : 'asc',
});

/**
 * A place just beside another one, so that a walk in its direction from there begins with that very row.
 */
export const including = (place: Place, { direction }: Walk): Place => ({
  rootfiId: place.rootfiId + (direction === 'asc' ? -1 : 1),
  value: place.value,
});

/** The order of a walk; Postgres's own place for nulls, so that an index serves it in both directions. */
export function orderBy({ sort, direction }: Walk, alias: string): string {
  const id = `${alias}.rootfi_id ${direction}`;
  return sort.column === 'rootfi_id' ? id : `${alias}.${quoted(sort.column)} ${direction}, ${id}`;
}

/**
 * Conditions for what comes after a place: one, or two that follow each other (rows with a value and rows without),
 * each of which is one range of an index.
 */
export function rangesAfter({ sort, direction }: Walk, from: Place | null, statement: Statement): string[] {
  if (!from) return ['true'];
  const column = `r.${quoted(sort.column)}`;
  const sign = direction === 'asc' ? '>' : '<';
  const id = statement.bind(from.rootfiId, 'bigint');
  if (sort.column === 'rootfi_id') return [`r.rootfi_id ${sign} ${id}`];
  if (from.value !== null) {
    const range = `(${column}, r.rootfi_id) ${sign} (${statement.bind(from.value, parameterType(sort))}, ${id})`;
    return sort.nullable && direction === 'asc' ? [range, `${column} is null`] : [range];
  }
  const amongNulls = `${column} is null and r.rootfi_id ${sign} ${id}`;
  return direction === 'asc' ? [amongNulls] : [amongNulls, `${column} is not null`];
}
