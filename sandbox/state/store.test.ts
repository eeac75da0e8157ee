import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateBook } from './generate/book.ts';
import { openStore } from './store.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-store-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const book = (id: string, ephemeral = false) =>
  generateBook(
    {
      id,
      name: id,
      clientId: id,
      clientSecret: 's',
      baseCurrency: 'EUR',
      currencies: [],
      contacts: 3,
      invoices: 4,
      ephemeral,
    },
    Date.parse('2026-01-01T00:00:00Z'),
  );
const silent = () => {};

test('what was written is read again, faults included, and only its owner may read the file', async () => {
  const file = join(folder, 'a', 'state.json');
  const store = await openStore(file, () => [book('one')], silent);
  const one = store.book('one');
  if (!one) throw new Error('no book');
  one.faults = [{ kind: 'token_expired', times: 2 }];
  store.changed();
  await store.flush();
  const again = await openStore(file, () => [], silent);
  expect(again.book('one')).toEqual(one);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('a file of before there was a model is read, with no record of it', async () => {
  const file = join(folder, 'older.json');
  await (await openStore(file, () => [book('old')], silent)).flush();
  const state = JSON.parse(await readFile(file, 'utf8'));
  delete state.books[0].rows.bills;
  await writeFile(file, JSON.stringify(state));
  const notices: string[] = [];
  const store = await openStore(
    file,
    () => [],
    (text) => notices.push(text),
  );
  const tables = store.book('old')?.tables;
  expect([tables?.bills.count(), tables?.contacts.count(), notices]).toEqual([0, 3, []]);
});

test('an ephemeral book is served but not written', async () => {
  const file = join(folder, 'b.json');
  const store = await openStore(file, () => [book('kept')], silent);
  store.add(book('passing', true));
  await store.flush();
  const again = await openStore(file, () => [], silent);
  expect(again.books().map((one) => one.id)).toEqual(['kept']);
});

test('a half-written file beside the state is ignored and removed', async () => {
  const file = join(folder, 'c.json');
  await (await openStore(file, () => [book('whole')], silent)).flush();
  await writeFile(`${file}.new`, '{"version":1,"books":[{"id":"ha');
  const store = await openStore(file, () => [], silent);
  expect(store.book('whole')).toBeDefined();
  expect((await readdir(folder)).filter((name) => name.endsWith('.new'))).toEqual([]);
});

test('a damaged file is set aside, said so, and begun anew', async () => {
  const file = join(folder, 'd.json');
  await writeFile(file, '{"version":1,"boo');
  const notices: string[] = [];
  const store = await openStore(
    file,
    () => [book('fresh')],
    (text) => notices.push(text),
  );
  await store.flush();
  expect(store.book('fresh')).toBeDefined();
  expect(notices).toHaveLength(1);
  expect(await readFile(`${file}.damaged`, 'utf8')).toBe('{"version":1,"boo');
});
