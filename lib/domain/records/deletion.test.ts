import { describe, expect, test } from 'vitest';
import { deletionVerdict } from './deletion.ts';

describe('what a pass did not see', () => {
  const verdict = (live: number, gone: number, options: { unidentified?: number; confirmed?: number } = {}) =>
    deletionVerdict({ live, gone, unidentified: options.unidentified ?? 0 }, options.confirmed ?? 0);

  test('is marked when it is little, or a small part', () => {
    expect(verdict(100, 0)).toEqual({ outcome: 'marked', deleted: 0 });
    expect(verdict(50, 50)).toEqual({ outcome: 'marked', deleted: 50 });
    expect(verdict(1000, 200)).toEqual({ outcome: 'marked', deleted: 200 });
  });

  test('is not marked when it is more than 50 records and more than a fifth', () => {
    expect(verdict(51, 51)).toEqual({ outcome: 'too-many', wouldVanish: 51, live: 51 });
    expect(verdict(1000, 201)).toEqual({ outcome: 'too-many', wouldVanish: 201, live: 1000 });
  });

  test('is marked once a person agreed to as much, and asked about again when it is more', () => {
    expect(verdict(1000, 1000, { confirmed: 1000 })).toEqual({ outcome: 'marked', deleted: 1000 });
    expect(verdict(1000, 300, { confirmed: 400 })).toEqual({ outcome: 'marked', deleted: 300 });
    expect(verdict(1000, 401, { confirmed: 400 })).toEqual({ outcome: 'too-many', wouldVanish: 401, live: 1000 });
  });

  test('is not marked while a record of the pass could not be told by an id', () => {
    expect(verdict(100, 1, { unidentified: 1 })).toEqual({ outcome: 'unsure', unidentified: 1 });
    expect(verdict(100, 1, { unidentified: 1, confirmed: 100 })).toEqual({ outcome: 'unsure', unidentified: 1 });
    expect(verdict(100, 0, { unidentified: 1 })).toEqual({ outcome: 'marked', deleted: 0 });
  });
});
