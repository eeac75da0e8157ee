import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourceStamp } from './source-stamp.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ledgerline-stamp-'));
  write('app/page.tsx', 'page');
  write('server.ts', 'server');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

test('the stamp changes with what is built: a content, a new file, a moved border between two files', () => {
  const stamps = [sourceStamp(root)];
  write('app/page.tsx', 'Page');
  stamps.push(sourceStamp(root));
  write('lib/new.ts', '');
  stamps.push(sourceStamp(root));
  write('package-lock.json', '{}');
  stamps.push(sourceStamp(root));
  expect(new Set(stamps).size).toBe(4);
});

test('the stamp stays with what is not built: times, tests, documents, other folders', () => {
  const before = sourceStamp(root);
  utimesSync(join(root, 'app/page.tsx'), 1, 1);
  write('app/page.test.tsx', 'test');
  write('lib/start.system.test.ts', 'test');
  write('db/testing/database.ts', 'helper');
  write('README.md', 'text');
  write('bench/main.ts', 'bench');
  write('.data/x', 'data');
  expect(sourceStamp(root)).toBe(before);
});
