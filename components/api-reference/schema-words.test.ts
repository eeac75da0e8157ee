import { expect, test } from 'vitest';
import { limitWords, typeWords } from './schema-words.ts';

const nullable = ['string', 'null'] as unknown as 'string';

test.each([
  [{ type: 'integer' }, 'whole number'],
  [{ type: nullable, format: 'date-time' }, 'date and time or null'],
  [{ type: 'array', items: { $ref: '#/components/schemas/Company' } }, 'list of Company'],
  [{ anyOf: [{ $ref: '#/components/schemas/Connection' }, { type: 'null' }] }, 'Connection or null'],
  [{}, 'anything'],
] as const)('%j takes %s', (schema, words) => {
  expect(typeWords(schema as Parameters<typeof typeWords>[0])).toBe(words);
});

test('limits are told in words, and null is not a word of a closed set', () => {
  expect(limitWords({ type: 'integer', minimum: 1, maximum: 100, default: 50 })).toEqual([
    '1 to 100',
    '50 unless given',
  ]);
  expect(limitWords({ type: nullable, enum: ['A', 'B', null] })).toEqual(['one of A, B']);
  expect(limitWords({ type: 'string', maxLength: 255 })).toEqual(['at most 255 characters']);
});
