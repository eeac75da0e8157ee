/** By the name of a parameter: its new text, or null to take it out. */
export type QueryChange = Record<string, string | null>;

/** The query, without its question mark, after the changes; what they don't name stays. */
export function changedQuery(query: string, changes: QueryChange): string {
  const next = new URLSearchParams(query);
  for (const [name, text] of Object.entries(changes)) {
    if (text === null) next.delete(name);
    else next.set(name, text);
  }
  // A comma needs no escape in a query, and people read addresses.
  return next.toString().replaceAll('%2C', ',');
}

/** Several values as one text of a query. */
export const listText = (values: readonly string[]): string =>
  values.map((value) => value.replaceAll(',', '%2C')).join(',');

/** The values that such a text holds. */
export const listOf = (text: string | null): string[] =>
  text ? text.split(',').map((value) => value.replaceAll('%2C', ',')) : [];

/** A whole number, or null for anything else. */
export const wholeOf = (text: string | null): number | null =>
  text !== null && /^-?\d{1,15}$/.test(text) ? Number(text) : null;
