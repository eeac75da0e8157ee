import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Counts, countOfPlaywright, countOfTool, countOfVitest, noCounts } from './counts.ts';
import { run } from './run.ts';

/** The parts of a test run, in their order: the build lies before what needs it. */
export const stepNames = ['lint', 'types', 'unit', 'build', 'system', 'e2e'] as const;
export type StepName = (typeof stepNames)[number];

/** Runs one part with the given filters and returns what it counted. */
export const steps: Record<StepName, (filters: string[]) => Promise<Counts>> = {
  lint: async () => countOfTool('lint', await run('biome', ['check', '.'])),
  types: checkTypes,
  unit: (filters) => vitest('unit', filters),
  // Not a test: a build that fails shows in the two parts that need it.
  build: async () => {
    const code = await run('scripts/build.ts', ['--quiet']);
    return code === 0 ? noCounts : countOfTool('build', code);
  },
  system: (filters) => vitest('system', filters),
  e2e: (filters) =>
    withReport((report) =>
      run('playwright', ['test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json', ...filters], {
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      }).then((code) => countOfPlaywright(report, code)),
    ),
};

/** Next declares the types of style sheets and routes in files that it writes itself. */
async function checkTypes(): Promise<Counts> {
  const written = await run('next', ['typegen']);
  return countOfTool('types', written === 0 ? await run('tsc', ['--noEmit', '-p', '.']) : written);
}

function vitest(project: string, filters: string[]): Promise<Counts> {
  return withReport((report) =>
    run('vitest', [
      ...['run', '--project', project, '--passWithNoTests'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters],
    ]).then((code) => countOfVitest(report, code)),
  );
}

async function withReport(work: (report: string) => Promise<Counts>): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'ledgerline-report-'));
  try {
    return await work(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
