import { expect, test } from 'vitest';
import { canonicalRecord } from '../../../db/testing/records.ts';
import { preparedRecord, recordHash } from './record-hash.ts';

const phone = { platform_id: null, updated_at: null, number: '1', type: null };
const contact = (name: string, numbers: string[] = []) =>
  canonicalRecord('CONTACT', '1', { name }, { phone_numbers: numbers.map((number) => ({ ...phone, number })) });

test('the hash of a record is 40 hex digits and the same whatever the order of keys', () => {
  const one = recordHash(contact('Ada'), { a: 1, b: { c: [1, { d: 2, e: 3 }], f: null } });
  expect(one).toMatch(/^[0-9a-f]{40}$/);
  expect(recordHash(contact('Ada'), { b: { f: null, c: [1, { e: 3, d: 2 }] }, a: 1 })).toBe(one);
});

test('the hash follows the fields, the children, their order, and the raw data', () => {
  const hashes = [
    recordHash(contact('Ada'), { a: 1 }),
    recordHash(contact('Bo'), { a: 1 }),
    recordHash(contact('Ada', ['1', '2']), { a: 1 }),
    recordHash(contact('Ada', ['2', '1']), { a: 1 }),
    recordHash(contact('Ada'), { a: '1' }),
    recordHash(contact('Ada'), { a: 1, b: null }),
    recordHash(contact('Ada'), [{ a: 1 }]),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
});

test('a prepared record carries its raw data as JSON on one line', () => {
  const raw = { text: 'two\nlines "quoted"', none: undefined, list: [undefined, 1.5, true] };
  const { rawJson } = preparedRecord(contact('Ada'), raw);
  expect(JSON.parse(rawJson ?? '')).toEqual(JSON.parse(JSON.stringify(raw)));
  expect(rawJson).not.toContain('\n');
});
