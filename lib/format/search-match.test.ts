import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesIn } from './search-match.ts';

const marked = (text: string, search: string) => matchesIn(text, search).map(([from, to]) => text.slice(from, to));

describe('where searched words stand', () => {
  it('is found whatever the case, the accents and the spaces', () => {
    expect(marked('Lindqvist Möbler', 'MOB')).toEqual(['Möb']);
    expect(marked('Lindqvist  Mo\u0308bler', 'lindqvist mob')).toEqual(['Lindqvist  Mo\u0308b']);
    expect(marked('Åkesson', 'a')).toEqual(['Å']);
  });

  it('is every place, none of them twice', () => {
    expect(marked('ana banana', 'ana')).toEqual(['ana', 'ana']);
  });

  it('is nowhere for nothing and for what is not there', () => {
    expect(marked('Acme', '  ')).toEqual([]);
    expect(marked('Acme', 'acme ltd')).toEqual([]);
  });

  it('lies within the text, in its order, and holds what was searched', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', maxLength: 3 }), (text, search) => {
        let before = 0;
        for (const [from, to] of matchesIn(text, search)) {
          expect(from).toBeGreaterThanOrEqual(before);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          before = to;
        }
      }),
    );
  });
});
