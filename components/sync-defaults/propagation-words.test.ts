import { expect, test } from 'vitest';
import { propagationWords } from './propagation-words.ts';

test.each([
  [{ companies: 0, overrides: 0 }, 'No connected company changes.'],
  [{ companies: 1, overrides: 0 }, 'Changes 1 company.'],
  [{ companies: 1204, overrides: 1 }, 'Changes 1,204 companies. 1 setting made at a company stays.'],
  [{ companies: 0, overrides: 3 }, 'No connected company changes. 3 settings made at companies stay.'],
])('%j', (count, words) => {
  expect(propagationWords(count)).toBe(words);
});
