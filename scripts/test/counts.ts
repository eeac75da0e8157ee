import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** How many tests of a part passed, failed and were skipped. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0 };
const oneFailed: Counts = { ...noCounts, failed: 1 };

export const sum = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** The last line of a test run. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A part that is one test by itself: a tool that succeeds or does not. */
export const countOfTool = (exitCode: number): Counts => (exitCode === 0 ? { ...noCounts, passed: 1 } : oneFailed);

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number().default(0),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/** Counts of Vitest's JSON report. A file that could not be loaded has no tests and counts as one failed. */
export function countOfVitest(reportPath: string, exitCode: number): Counts {
  const report = read(reportPath, vitestReport);
  if (!report) return oneFailed;
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return atLeastOneFailed(exitCode, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()).default([]),
});

/** Counts of Playwright's JSON report. An error outside of any test (the server did not start) counts as one failed. */
export function countOfPlaywright(reportPath: string, exitCode: number): Counts {
  const report = read(reportPath, playwrightReport);
  if (!report) return oneFailed;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return atLeastOneFailed(exitCode, { passed: expected, failed: unexpected + flaky + report.errors.length, skipped });
}

/** A runner that ends badly without a failed test (an error nobody caught) is not a success. */
function atLeastOneFailed(exitCode: number, counts: Counts): Counts {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function read<T>(path: string, schema: z.ZodType<T>): T | undefined {
  if (!existsSync(path)) return undefined;
  return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
}
