import { expect, test } from 'vitest';
import { createTestDatabase } from '../../db/testing/database.ts';
import { makeOrganisation } from '../../db/testing/factories.ts';
import { forbidden } from '../errors.ts';
import { type CsvFile, csvRoute, pagesOf } from './csv-route.ts';
import { memberCookie } from './testing/member-cookie.ts';

await createTestDatabase();

interface Row {
  name: string;
}
const columns = [{ head: 'Name', value: (row: Row) => row.name }];
const cookie = await memberCookie(await makeOrganisation());

const download = (file: () => CsvFile<Row>, headers: Record<string, string> = { cookie }) =>
  csvRoute<Row>(file)(new Request('http://localhost/', { headers }), { params: Promise.resolve({}) });

const numbered = (count: number, size: number, onPage: (page: number) => void = () => {}) =>
  pagesOf<Row>(async (after) => {
    const from = Number(after ?? 0);
    onPage(from / size);
    const rows = Array.from({ length: Math.min(size, count - from) }, (_, index) => ({ name: `n${from + index}` }));
    return { rows, next: from + size < count ? String(from + size) : null };
  });

test('every page of the list comes in one file, under its day', async () => {
  const response = await download(() => ({ name: 'things', columns, pages: numbered(5, 2) }));
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="things-\d{4}-\d\d-\d\d\.csv"$/);
  expect(await response.text()).toBe('Name\r\nn0\r\nn1\r\nn2\r\nn3\r\nn4\r\n');
});

test('a page is read when the one before was taken, and nothing once the browser has gone', async () => {
  const read: number[] = [];
  const response = await download(() => ({
    name: 'things',
    columns,
    pages: numbered(100, 1, (page) => void read.push(page)),
  }));
  const reader = response.body?.getReader();
  await reader?.read();
  await reader?.read();
  await reader?.cancel();
  expect(read.length).toBeLessThan(5);
});

test('a fault before the first row is an answer with its status', async () => {
  const refused = await download(() => {
    throw forbidden('Not for you');
  });
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ message: 'Not for you', requestId: expect.any(String) });
  const none = await download(() => ({ name: 'things', columns, pages: numbered(5, 2) }), {});
  expect(none.status).toBe(401);
});

test('a fault later breaks the download off, so that no file looks whole that is not', async () => {
  const response = await download(() => ({
    name: 'things',
    columns,
    pages: pagesOf<Row>(async (after) => {
      if (after) throw new Error('the database went away');
      return { rows: [{ name: 'first' }], next: '1' };
    }),
  }));
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
});
