import { describe, expect, test } from 'vitest';
import { nestedValues } from './query.ts';

const read = (search: string): unknown => JSON.parse(JSON.stringify(nestedValues(search)));

describe('a query whose parameters nest', () => {
  test('reads brackets, encoded or not, and lists', () => {
    const wanted = { page: { size: '5' }, filter: { name: { eq: ['a', 'b c'] } }, sort: '-name' };
    expect(read('page[size]=5&filter[name][eq][]=a&filter[name][eq][]=b+c&sort=-name')).toEqual(wanted);
    expect(read('page%5Bsize%5D=5&filter%5Bname%5D%5Beq%5D%5B%5D=a&filter[name][eq][]=b%20c&sort=-name')).toEqual(
      wanted,
    );
  });

  test('takes a name that nests in no such way as it is', () => {
    expect(read('a]b=1&[x]=2&c[d=3')).toEqual({ 'a]b': '1', '[x]': '2', 'c[d': '3' });
  });

  test('leads to nothing that an object has from birth', () => {
    const values = nestedValues('__proto__[polluted]=1&filter[__proto__][eq]=1&filter[constructor]=2');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.keys(values)).toEqual(['__proto__', 'filter']);
  });

  test.each([
    ['a=1&a=2', 'a'],
    ['a=1&a[b]=2', 'a[b]'],
    ['a[b]=1&a=2', 'a'],
    ['a[]=1&a=2', 'a'],
    ['a[]=1&a[b]=2', 'a[b]'],
    ['a[b]=%00', 'a[b]'],
    [`a${'[b]'.repeat(5000)}=1`, 'a'],
  ])('%s is refused by the name of the parameter', (search, path) => {
    expect(() => nestedValues(search)).toThrow(
      expect.objectContaining({ code: 'invalid', details: { issues: [expect.objectContaining({ path })] } }),
    );
  });
});
