import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

/**
 * How many tests of a part passed, failed and were skipped; which failed, and which passed at their second try only
 * (those count as passed): file, name, first line of the reason.
 */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  failures: string[];
  unsteady: string[];
}

export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0, failures: [], unsteady: [] };

export const sum = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...a.failures, ...b.failures],
  unsteady: [...a.unsteady, ...b.unsteady],
});

/**
 * The end of a test run: what failed and what was unsteady, by name (its output may lie thousands of lines above), then
 * one line of counts.
 */
export function closingWords({ passed, failed, skipped, failures, unsteady }: Counts): string {
  const named = [...unsteady.map((one) => `UNSTEADY ${one}\n`), ...failures.map((one) => `FAILED ${one}\n`)].join('');
  return `${named}${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A part that is one test by itself: a tool that succeeds or does not. */
export const countOfTool = (name: string, exitCode: number): Counts =>
  exitCode === 0 ? { ...noCounts, passed: 1 } : oneFailed(`${name} ended with ${exitCode}`);

const vitestTest = z.object({
  status: z.string(),
  fullName: z.string(),
  failureMessages: z.array(z.string()).default([]),
});
const vitestFile = z.object({
  name: z.string(),
  status: z.string(),
  message: z.string().default(''),
  assertionResults: z.array(vitestTest),
});
const vitestReport = z.object({
  numPassedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number().default(0),
  testResults: z.array(vitestFile),
});

/** Counts of Vitest's JSON report. A file that could not be loaded has no tests and counts as one failed. */
export function countOfVitest(reportPath: string, exitCode: number): Counts {
  const report = read(reportPath, vitestReport);
  if (!report) return oneFailed(`vitest ended with ${exitCode} and wrote no report`);
  const failures = report.testResults.flatMap(failuresOfFile);
  return atLeastOneFailed('vitest', exitCode, {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
    unsteady: report.testResults.flatMap(unsteadyOfFile),
  });
}

function failuresOfFile({ name, status, message, assertionResults }: z.infer<typeof vitestFile>): string[] {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  const path = relative(process.cwd(), name);
  if (status === 'failed' && failed.length === 0) return [failure([path], message)];
  return failed.map((test) => failure([path, test.fullName], test.failureMessages[0]));
}

/** The report keeps the reason of a first try beside a second one that passed. */
function unsteadyOfFile({ name, assertionResults }: z.infer<typeof vitestFile>): string[] {
  return assertionResults
    .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
    .map((test) => failure([relative(process.cwd(), name), test.fullName], test.failureMessages[0]));
}

const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(
    z.object({
      status: z.string(),
      results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
    }),
  ),
});
const playwrightSuite = z.object({
  specs: z.array(playwrightSpec).default([]),
  get suites(): z.ZodDefault<z.ZodArray<typeof playwrightSuite>> {
    return z.array(playwrightSuite).default([]);
  },
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), flaky: z.number(), skipped: z.number() }),
  suites: z.array(playwrightSuite).default([]),
  errors: z.array(z.object({ message: z.string().optional() })).default([]),
});

/** Counts of Playwright's JSON report. An error outside of any test (the server did not start) counts as one failed. */
export function countOfPlaywright(reportPath: string, exitCode: number): Counts {
  const report = read(reportPath, playwrightReport);
  if (!report) return oneFailed(`playwright ended with ${exitCode} and wrote no report`);
  const testsThatEnded = (status: string) => report.suites.flatMap((suite) => testsOfSuite(suite, status));
  const failures = [
    ...testsThatEnded('unexpected'),
    ...report.errors.map((error) => failure(['playwright'], error.message)),
  ];
  const { expected, flaky, skipped } = report.stats;
  return atLeastOneFailed('playwright', exitCode, {
    passed: expected + flaky,
    failed: failures.length,
    skipped,
    failures,
    unsteady: testsThatEnded('flaky'),
  });
}

function testsOfSuite({ specs, suites }: z.infer<typeof playwrightSuite>, ended: string): string[] {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === ended)
      .map(({ results }) => failure([`e2e/${file}:${line}`, title], results.find((one) => one.error)?.error?.message)),
  );
  return [...own, ...suites.flatMap((suite) => testsOfSuite(suite, ended))];
}

function failure(where: string[], reason = ''): string {
  const firstLine = stripVTControlCharacters(reason).trim().split('\n', 1)[0];
  return `${where.join(' › ')}${firstLine ? `: ${firstLine}` : ''}`;
}

const oneFailed = (reason: string): Counts => ({ ...noCounts, failed: 1, failures: [reason] });

/** A runner that ends badly without a failed test (an error nobody caught) is not a success. */
function atLeastOneFailed(runner: string, exitCode: number, counts: Counts): Counts {
  if (exitCode === 0 || counts.failed > 0) return counts;
  return { ...counts, failed: 1, failures: [`${runner} ended with ${exitCode}, although no test failed`] };
}

function read<T>(path: string, schema: z.ZodType<T>): T | undefined {
  if (!existsSync(path)) return undefined;
  return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
}
