/*
 * A list that is paged by cursor knows what comes next, not what came before. The browser tab remembers which cursor
 * led to which, so that "Previous" works after a reload too, while the address holds one cursor only.
 */
const key = 'table-trail';
const maxEntries = 200;

/** Notes that in this list (any text that names list and filters) the page at `from` led to the one at `to`. */
export function rememberStep(list: string, from: string | null, to: string, storage: Storage = sessionStorage): void {
  const kept = readTrail(storage).filter(([entry]) => entry !== entryOf(list, to));
  const trail = [...kept, [entryOf(list, to), from] as const].slice(-maxEntries);
  try {
    storage.setItem(key, JSON.stringify(trail));
  } catch {
    // Full or forbidden: "Previous" then leads to the first page.
  }
}

/** The cursor before this one: null is the first page, and also the answer when nothing is known. */
export function stepBefore(list: string, cursor: string, storage: Storage = sessionStorage): string | null {
  return readTrail(storage).find(([entry]) => entry === entryOf(list, cursor))?.[1] ?? null;
}

type Trail = ReadonlyArray<readonly [entry: string, before: string | null]>;

function readTrail(storage: Storage): Trail {
  try {
    const trail: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(trail) ? trail.filter(isStep) : [];
  } catch {
    return [];
  }
}

const isStep = (step: unknown): step is readonly [string, string | null] =>
  Array.isArray(step) && typeof step[0] === 'string' && (step[1] === null || typeof step[1] === 'string');

const entryOf = (list: string, cursor: string) => `${list} ${cursor}`;
