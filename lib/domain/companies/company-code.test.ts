import { describe, expect, it } from 'vitest';
import { companyCodePrefix } from './company-code.ts';
import { nameKey } from './name-key.ts';

describe('the prefix of a company code', () => {
  it.each([
    ['Client333', 'CLIE'],
    ['Organisation', 'ORGA'],
    ['Æblegård', 'AEBL'],
    ['Straße 7', 'STRA'],
    ['Łódź', 'LODZ'],
    ['IT', 'IT'],
    ['株式会社', 'C'],
    ['42', 'C'],
  ])('of %s is %s', (name, prefix) => {
    expect(companyCodePrefix(name)).toBe(prefix);
  });
});

describe('what a name is searched by', () => {
  it('has no case, no accents and single spaces', () => {
    expect(nameKey('  Café   ÓMNIA ')).toBe('cafe omnia');
  });
});
