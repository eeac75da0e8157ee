import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closingLine, countOfPlaywright, countOfVitest } from './counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'ledgerline-counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});
const vitest = { numPassedTests: 2, numFailedTests: 0, numPendingTests: 1, testResults: [file('passed', 'passed')] };
const playwright = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

test('a test file that could not be loaded counts as one failed', () => {
  const counts = countOfVitest(report({ ...vitest, testResults: [...vitest.testResults, file('failed')] }), 1);
  expect(counts).toEqual({ passed: 2, failed: 1, skipped: 1 });
});

test('a failed test is not counted twice for its file', () => {
  const failing = { ...vitest, numFailedTests: 1, testResults: [file('failed', 'failed', 'passed')] };
  expect(countOfVitest(report(failing), 1).failed).toBe(1);
});

test('a runner that ends badly is a failure, although all its tests passed or it wrote no report', () => {
  expect(countOfVitest(report(vitest), 1).failed).toBe(1);
  expect(countOfPlaywright(report(playwright), 1).failed).toBe(1);
  expect(countOfPlaywright(join(folder, 'none.json'), 0).failed).toBe(1);
});

test('a browser test that passed only at the second try is a failure', () => {
  expect(countOfPlaywright(report({ ...playwright, stats: { ...playwright.stats, flaky: 1 } }), 0).failed).toBe(1);
});

test('the closing line names skipped tests only when there are some', () => {
  expect(closingLine({ passed: 3, failed: 1, skipped: 0 })).toBe('3 passed, 1 failed');
  expect(closingLine({ passed: 3, failed: 0, skipped: 2 })).toBe('3 passed, 0 failed, 2 skipped');
});
