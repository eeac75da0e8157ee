import { parseArgs } from 'node:util';
import { say } from './start/say.ts';
import { type Counts, closingWords, noCounts, sum } from './test/counts.ts';
import { stopRunning } from './test/run.ts';
import { type StepName, stepNames, steps } from './test/steps.ts';

/**
 * `npm test`: lint, types, unit and integration tests, the build, tests of whole installations, browser tests. Shows
 * their output as it comes and closes with one line, `N passed, N failed`. `--only unit,e2e` runs some of them; further
 * words are handed to the test runners as filters (`-- --only unit lib/http`).
 */
const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const chosen = chooseSteps(values.only);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => giveUp(130));
process.on('disconnect', () => giveUp(1));

let total: Counts = noCounts;
for (const name of chosen) {
  say(`\n── ${name} ──`);
  total = sum(total, await steps[name](positionals));
}
say(`\n${closingWords(total)}`);
process.exit(total.failed > 0 ? 1 : 0);

function chooseSteps(only: string | undefined): StepName[] {
  if (!only) return [...stepNames];
  const wanted = only.split(',').map((name) => name.trim());
  const unknown = wanted.find((name) => !stepNames.includes(name as StepName));
  if (unknown !== undefined) {
    say(`There is no part "${unknown}". There are: ${stepNames.join(', ')}.`);
    process.exit(2);
  }
  return stepNames.filter((name) => wanted.includes(name));
}

function giveUp(code: number): void {
  stopRunning();
  process.exit(code);
}
