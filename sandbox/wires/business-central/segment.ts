/** A segment of a path with its key, where it has one: `companies(…)`. */
export interface Segment {
  name: string;
  key: string | null;
}

export function segmentOf(text: string): Segment {
  const [, name = text, key = null] = /^([\w.]+)\(([\w-]+)\)$/.exec(text) ?? [];
  return { name, key: key?.toLowerCase() ?? null };
}
