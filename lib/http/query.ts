import { invalid } from '../errors.ts';
import { refuseUnstorable } from './body.ts';

/** Reads a query in which every parameter stands once. Throws `invalid` for one that is repeated. */
export function singleValues(search: string): Record<string, string> {
  const values: Record<string, string> = {};
  if (search === '') return values;
  for (const [name, value] of new URLSearchParams(search)) {
    refuseUnstorable(value, name);
    if (Object.hasOwn(values, name)) throw invalid({ path: name, message: 'is given more than once' });
    // Defined, not assigned: a parameter may be called __proto__.
    Object.defineProperty(values, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return values;
}

/** What a parameter with brackets in its name holds. Objects have no prototype: their names are the caller's. */
export type NestedValue = string | string[] | { [name: string]: NestedValue };

/** More brackets than any parameter of ours has. */
const maxBrackets = 16;
const nestedName = /^([^[\]]+)((?:\[[^[\]]*\])*)$/;

/**
 * Reads a query whose parameters nest: `page[size]=5`, `filter[name][eq][]=a`. Empty brackets at the end make a list; a
 * name that nests in no such way stands as it is. Throws `invalid` for one that is repeated, that has a value and parts,
 * or that nests too deep.
 */
export function nestedValues(search: string): Record<string, NestedValue> {
  const values: Record<string, NestedValue> = Object.create(null);
  if (search === '') return values;
  for (const [name, value] of new URLSearchParams(search)) {
    refuseUnstorable(name, 'query');
    refuseUnstorable(value, name);
    const [, first = name, brackets = ''] = nestedName.exec(name) ?? [];
    const keys = [first, ...[...brackets.matchAll(/\[([^\]]*)\]/g)].map(([, key = '']) => key)];
    if (keys.length > maxBrackets) throw invalid({ path: first, message: 'is nested too deep' });
    put(values, keys, value, name);
  }
  return values;
}

function put(values: Record<string, NestedValue>, keys: string[], value: string, name: string): void {
  const isList = keys.length > 1 && keys.at(-1) === '';
  const path = isList ? keys.slice(0, -1) : keys;
  const last = path.at(-1) ?? '';
  let at = values;
  for (const key of path.slice(0, -1)) {
    at[key] ??= Object.create(null) as Record<string, NestedValue>;
    const inner = at[key];
    if (typeof inner === 'string' || Array.isArray(inner)) throw twice(name);
    at = inner;
  }
  const known = at[last];
  if (!isList && known === undefined) at[last] = value;
  else if (isList && known === undefined) at[last] = [value];
  else if (isList && Array.isArray(known)) known.push(value);
  else throw twice(name);
}

const twice = (name: string) => invalid({ path: name, message: 'is given more than once' });
