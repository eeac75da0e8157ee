import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changedQuery, listOf, listText, wholeOf } from './query-change.ts';

it('changes what is named and leaves the rest of an address as it is', () => {
  expect(changedQuery('?q=ha&sort=name&view=v1', { q: null, health: 'FAILING,EXPIRED' })).toBe(
    'sort=name&view=v1&health=FAILING,EXPIRED',
  );
  expect(changedQuery('?q=ha', { q: null })).toBe('');
});

it('keeps any text through an address, and any values through a text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.string({ minLength: 1 }), { minLength: 1 }),
      (text, values) => {
        fc.pre(values.every((value) => !value.includes('%2C')));
        const query = new URLSearchParams(changedQuery('', { q: text, tags: listText(values) }));
        expect(query.get('q')).toBe(text);
        expect(listOf(query.get('tags'))).toEqual(values);
      },
    ),
  );
});

it('reads whole numbers only', () => {
  expect(wholeOf('12')).toBe(12);
  expect(wholeOf('-4')).toBe(-4);
  expect([wholeOf(''), wholeOf('1.5'), wholeOf('12a'), wholeOf(null)]).toEqual([null, null, null, null]);
});
