import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closingWords, countOfPlaywright, countOfVitest } from './counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'ledgerline-counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const file = (status: string, ...tests: string[]) => ({
  name: join(process.cwd(), 'lib/money.test.ts'),
  status,
  message: status === 'failed' ? 'Cannot find module' : '',
  assertionResults: tests.map((one, at) => ({
    status: one,
    fullName: `money ${at}`,
    failureMessages: one === 'failed' ? ['\u001b[31mAssertionError: expected 1 to be 2\u001b[39m\n    at line 4'] : [],
  })),
});
const vitest = { numPassedTests: 2, numPendingTests: 1, testResults: [file('passed', 'passed')] };
const playwright = { stats: { expected: 3, flaky: 0, skipped: 0 }, suites: [], errors: [] };
const browserTest = (status: string) => ({
  title: 'a link is copied',
  file: 'links.spec.ts',
  line: 7,
  tests: [{ status, results: [{}, { error: { message: 'Error: strict mode\nmore' } }] }],
});

test('a test file that could not be loaded counts as one failed and is named', () => {
  const counts = countOfVitest(report({ ...vitest, testResults: [...vitest.testResults, file('failed')] }), 1);
  expect(counts).toEqual({
    passed: 2,
    failed: 1,
    skipped: 1,
    failures: ['lib/money.test.ts: Cannot find module'],
    unsteady: [],
  });
});

test('a failed test is not counted twice for its file, and says its reason in one line', () => {
  const failing = { ...vitest, testResults: [file('failed', 'failed', 'passed')] };
  expect(countOfVitest(report(failing), 1)).toMatchObject({
    failed: 1,
    failures: ['lib/money.test.ts › money 0: AssertionError: expected 1 to be 2'],
  });
});

test('a runner that ends badly is a failure, although all its tests passed or it wrote no report', () => {
  expect(countOfVitest(report(vitest), 1)).toMatchObject({
    failed: 1,
    failures: ['vitest ended with 1, although no test failed'],
  });
  expect(countOfPlaywright(report(playwright), 1).failed).toBe(1);
  expect(countOfPlaywright(join(folder, 'none.json'), 0)).toMatchObject({
    failed: 1,
    failures: ['playwright ended with 0 and wrote no report'],
  });
});

test('a test that passed at its second try only is passed, and named with the reason of the first', () => {
  const secondTry = file('passed', 'passed');
  const unsteady = secondTry.assertionResults.map((one) => ({ ...one, failureMessages: ['Error: too late\n  at 4'] }));
  const counts = countOfVitest(report({ ...vitest, testResults: [{ ...secondTry, assertionResults: unsteady }] }), 0);
  expect(counts).toMatchObject({ failed: 0, unsteady: ['lib/money.test.ts › money 0: Error: too late'] });
});

test('a browser test is found in whichever suite it lies, the failed one and the one that needed a second try', () => {
  const suites = [{ specs: [browserTest('flaky')], suites: [{ specs: [browserTest('unexpected')] }] }];
  const named = 'e2e/links.spec.ts:7 › a link is copied: Error: strict mode';
  const stats = { expected: 3, flaky: 1, skipped: 0 };
  expect(countOfPlaywright(report({ ...playwright, stats, suites }), 1)).toEqual({
    passed: 4,
    failed: 1,
    skipped: 0,
    failures: [named],
    unsteady: [named],
  });
});

test('an error outside of any test counts as one failed', () => {
  const errors = [{ message: 'The server did not start.' }];
  expect(countOfPlaywright(report({ ...playwright, errors }), 1)).toMatchObject({
    failed: 1,
    failures: ['playwright: The server did not start.'],
  });
});

test('the end names what failed and what was unsteady, and skipped tests only when there are some', () => {
  const counts = { passed: 3, failed: 1, skipped: 0, failures: ['a.test.ts › adds'], unsteady: ['b.test.ts › waits'] };
  expect(closingWords(counts)).toBe('UNSTEADY b.test.ts › waits\nFAILED a.test.ts › adds\n3 passed, 1 failed');
  expect(closingWords({ passed: 3, failed: 0, skipped: 2, failures: [], unsteady: [] })).toBe(
    '3 passed, 0 failed, 2 skipped',
  );
});
