import { expect, it } from 'vitest';
import { companyFieldNames, dialectNames } from './field-names.ts';
import { profileChanges } from './profile-input.ts';

it('every field that can be changed has a name in some dialect, and no name stands for two fields', () => {
  const known = new Set(Object.keys(companyFieldNames).map((path) => path.split('.')[0]));
  expect(Object.keys(profileChanges.shape).filter((key) => !known.has(key))).toEqual([]);
  for (const dialect of Object.keys(dialectNames) as (keyof typeof dialectNames)[]) {
    const names = Object.values(companyFieldNames).flatMap((names) => names[dialect] ?? []);
    expect(names).toEqual([...new Set(names)]);
  }
});
