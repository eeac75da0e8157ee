/** Text in a filter: in quotes, a quote in it twice. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * One of several values. The platform knows `or` between values of one field alone, not between fields, so that this is
 * all that is asked with it.
 */
export const oneOf = (field: string, literals: readonly string[]): string =>
  `(${literals.map((literal) => `${field} eq ${literal}`).join(' or ')})`;

export const allOf = (...conditions: (string | null)[]): string =>
  conditions.filter((one) => one !== null && one !== '').join(' and ');

/** A path with its query; parts that are empty are left out. */
export function pathWith(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter(([, value]) => value);
  const parts = given.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`);
  return parts.length > 0 ? `${path}?${parts.join('&')}` : path;
}

/** How many values one filter may name: an address has a length that is still taken everywhere. */
const valuesEach = 40;

export function inChunks<T>(values: readonly T[]): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < values.length; start += valuesEach) chunks.push(values.slice(start, start + valuesEach));
  return chunks;
}
