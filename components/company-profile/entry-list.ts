/** Adds an entry at the end, with a key that no other one has. */
export function added<T extends { key: string }>(list: readonly T[], entry: Omit<T, 'key'>): T[] {
  const used = new Set(list.map(({ key }) => key));
  let number = 1;
  while (used.has(`new-${number}`)) number += 1;
  return [...list, { ...entry, key: `new-${number}` } as T];
}

export const removed = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);

/** Moves an entry one place up; the first one is the primary. */
export function movedUp<T>(list: readonly T[], at: number): T[] {
  const [entry, before] = [list[at], list[at - 1]];
  if (entry === undefined || before === undefined) return [...list];
  return [...list.slice(0, at - 1), entry, before, ...list.slice(at + 1)];
}

export const changed = <T>(list: readonly T[], at: number, fields: Partial<T>): T[] =>
  list.map((entry, index) => (index === at ? { ...entry, ...fields } : entry));
