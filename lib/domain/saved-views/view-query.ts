/** What of a list's address is a place in it or an open drawer, and so no part of a view. */
const passing = ['after', 'page', 'view', 'entry', 'contact', 'record'];

/** The part of a list's address that a view keeps, in one form: two addresses show the same when theirs are equal. */
export function viewQuery(query: URLSearchParams): string {
  const kept = new URLSearchParams(query);
  for (const name of passing) kept.delete(name);
  for (const [name, value] of [...kept]) if (value === '') kept.delete(name);
  kept.sort();
  return kept.toString();
}
