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
