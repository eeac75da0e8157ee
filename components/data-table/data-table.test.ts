import { describe, expect, it } from 'vitest';
import { countLine } from './count-line.ts';
import { rememberStep, stepBefore } from './cursor-trail.ts';
import { readTableParams, tableQuery } from './table-params.ts';

const definition = {
  filters: ['health', 'integration'],
  sorts: ['name', 'createdAt'],
  defaultSort: '-createdAt',
} as const;
const read = (query: Record<string, string>) => readTableParams(definition, Promise.resolve(query));

describe('the state of a list in its address', () => {
  it('is the default order without anything', async () => {
    expect(await read({})).toEqual({
      search: '',
      sort: '-createdAt',
      filters: { health: [], integration: [] },
      after: null,
      page: 1,
      rows: 50,
      columns: null,
    });
  });

  it('reads search, order, several values of a filter, and the page', async () => {
    const params = await read({ q: 'acme', sort: 'name', health: 'FAILING,EXPIRED', after: 'c2', page: '3' });
    expect(params).toMatchObject({
      search: 'acme',
      sort: 'name',
      filters: { health: ['FAILING', 'EXPIRED'] },
      after: 'c2',
      page: 3,
    });
  });

  it('ignores orders the server does not know, foreign parameters and impossible pages', async () => {
    const params = await read({ sort: '-password', page: '-4', other: 'x' });
    expect(params.sort).toBe('-createdAt');
    expect(params.page).toBe(1);
    expect(params).not.toHaveProperty('filters.other');
  });

  it('survives values with the separators in them', async () => {
    const query = tableQuery(await read({ q: 'a&b=c', health: 'A,B' }));
    expect(query.get('q')).toBe('a&b=c');
    expect(query.get('health')).toBe('A,B');
  });

  it('leaves empty parts out of the query string', async () => {
    expect(tableQuery(await read({})).toString()).toBe('sort=-createdAt');
  });
});

describe('the size of a page', () => {
  const sized = { ...definition, rowSizes: [50, 200] };
  const readSized = (query: Record<string, string>) => readTableParams(sized, Promise.resolve(query));

  it('is one of those that the list offers', async () => {
    expect((await readSized({ rows: '200' })).rows).toBe(200);
    expect((await readSized({ rows: '9999' })).rows).toBe(50);
    expect((await read({ rows: '200' })).rows).toBe(50);
  });

  it('is asked of the server, which columns are shown is not', async () => {
    const query = tableQuery(await readSized({ rows: '200', columns: 'name' }));
    expect(query.toString()).toBe('sort=-createdAt&rows=200');
  });
});

describe('the way back through pages', () => {
  it('leads to the page one came from, list by list', () => {
    const storage = memoryStorage();
    rememberStep('/companies?', null, 'c1', storage);
    rememberStep('/companies?', 'c1', 'c2', storage);
    rememberStep('/companies?health=A', null, 'c2', storage);
    expect(stepBefore('/companies?', 'c2', storage)).toBe('c1');
    expect(stepBefore('/companies?', 'c1', storage)).toBeNull();
    expect(stepBefore('/companies?health=A', 'c2', storage)).toBeNull();
  });

  it('leads to the first page when nothing is known or the memory is broken', () => {
    const storage = memoryStorage();
    expect(stepBefore('/companies?', 'c9', storage)).toBeNull();
    storage.setItem('table-trail', '{"not": "a trail"');
    expect(stepBefore('/companies?', 'c9', storage)).toBeNull();
    storage.setItem('table-trail', '[1, ["a"], ["/companies? c9", 7]]');
    expect(stepBefore('/companies?', 'c9', storage)).toBeNull();
  });

  it('forgets the oldest steps instead of growing', () => {
    const storage = memoryStorage();
    for (let step = 0; step < 300; step++) rememberStep('/l', `c${step}`, `c${step + 1}`, storage);
    expect(stepBefore('/l', 'c300', storage)).toBe('c299');
    expect(stepBefore('/l', 'c1', storage)).toBeNull();
  });
});

describe('the count of what matches', () => {
  const line = {
    total: 1204,
    shown: 50,
    first: 51,
    paged: true,
    noun: ['company', 'companies'],
    locale: 'en',
  } as const;

  it('says which rows of how many', () => {
    expect(countLine(line)).toBe('51–100 of 1,204 companies');
    expect(countLine({ ...line, total: 1, shown: 1, first: 1, paged: false })).toBe('1 company');
  });

  it('leaves out a range that can not be true', () => {
    expect(countLine({ ...line, first: 5001 })).toBe('1,204 companies');
  });

  it('says "more than" where it was not counted to the end', () => {
    expect(countLine({ ...line, total: 10_001, countLimit: 10_000 })).toBe('51–100 of more than 10,000 companies');
    expect(countLine({ ...line, total: 10_001, countLimit: 10_000, first: 20_001 })).toBe(
      '20,001–20,050 of more than 10,000 companies',
    );
    expect(countLine({ ...line, total: 10_000, countLimit: 10_000 })).toBe('51–100 of 10,000 companies');
  });

  it('says which rows while it is not known of how many', () => {
    expect(countLine({ ...line, total: null })).toBe('51–100');
    expect(countLine({ ...line, total: null, shown: 0 })).toBe('');
  });
});

function memoryStorage(): Storage {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
    key: () => null,
    length: 0,
  };
}
