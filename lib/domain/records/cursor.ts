import { invalid } from '../../errors.ts';
import type { FieldInfo } from './fields.ts';
import { parseFieldValue } from './filter-value.ts';

/** A place in a sorted list: a row's id and its sort value, which is null when the id is the sort. */
export interface Place {
  rootfiId: number;
  value: string | null;
}

// Sort values are numbers and moments, so that nothing in them needs an escape.
const shape = /^\{"rootfi_id":(-?\d{1,15})(?:,"(\w+)":(?:null|"([^"\\]*)"))?\}$/;

/** A place as an opaque text: base64url of `{"rootfi_id":N}` and, with another sort, `"<field>":<value>`. */
export function encodeCursor(place: Place, sort: FieldInfo): string {
  const content = { rootfi_id: place.rootfiId, ...(sort.name === 'rootfi_id' ? {} : { [sort.name]: place.value }) };
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/** Reads a cursor that was made for this sort. Throws `invalid` on `path` for anything else. */
export function decodeCursor(cursor: string, sort: FieldInfo, path: string): Place {
  const parts = shape.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!parts) throw invalid({ path, message: 'is not a cursor of this list' });
  const [, id, sortName, value] = parts;
  if ((sortName ?? 'rootfi_id') !== sort.name) throw invalid({ path, message: 'was made for another sort' });
  const place = { rootfiId: Number(id), value: null };
  if (value === undefined) return place;
  const parsed = parseFieldValue(sort, value);
  if ('problem' in parsed) throw invalid({ path, message: 'is not a cursor of this list' });
  return { ...place, value: parsed.value };
}
