import { nameKey } from './name-key.ts';

/**
 * Tags as they are kept: without blank ones and outer spaces, each once whatever its case and accents, first spelling. A
 * comma ends a tag: lists of tags are written with it.
 */
export function normalTags(given: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const tag of given.flatMap((text) => text.split(','))) {
    const text = tag.replace(/\s+/g, ' ').trim();
    const key = nameKey(text);
    if (key !== '' && !byKey.has(key)) byKey.set(key, text);
  }
  return [...byKey.values()];
}

/** What tags are looked up by. */
export const tagKeys = (tags: readonly string[]): string[] => tags.map(nameKey);
