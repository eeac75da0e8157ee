/** A part of a text: from, and up to but without. */
export type TextRange = readonly [from: number, to: number];

/**
 * Where the searched words stand in a text, as the server finds them: whatever the case, the accents and the number of
 * spaces. Ranges are of the text as it is, so that "Möb" is marked for "mob".
 */
export function matchesIn(text: string, search: string): TextRange[] {
  const wanted = folded(search.trim()).text;
  if (wanted === '') return [];
  const { text: within, starts } = folded(text);
  const ranges: TextRange[] = [];
  for (let at = within.indexOf(wanted); at !== -1; at = within.indexOf(wanted, at + wanted.length)) {
    ranges.push([starts[at] ?? 0, starts[at + wanted.length] ?? text.length]);
  }
  return ranges;
}

/** The text without case and accents, and for each of its characters where it began in the original. */
function folded(text: string): { text: string; starts: number[] } {
  const starts: number[] = [];
  let result = '';
  let at = 0;
  for (const character of text) {
    const plain = character
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replace(/\s+/g, ' ');
    const isSecondSpace = plain === ' ' && result.endsWith(' ');
    if (!isSecondSpace) {
      result += plain;
      for (let index = 0; index < plain.length; index++) starts.push(at);
    }
    at += character.length;
  }
  return { text: result, starts };
}
