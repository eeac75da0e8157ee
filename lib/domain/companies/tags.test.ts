import { expect, test } from 'vitest';
import { normalTags } from './tags.ts';

test('tags keep their order and first spelling, each once', () => {
  expect(normalTags(['partner', 'priority'])).toEqual(['partner', 'priority']);
  expect(normalTags([' Key  account', '', 'IT', 'it', 'café', 'CAFE', '  '])).toEqual(['Key account', 'IT', 'café']);
  expect(normalTags(['a, b', ',', 'A'])).toEqual(['a', 'b']);
});
