import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../start/project-root.ts';
import { readSettings, type StartSettings } from '../start/settings.ts';
import type { Answer, Command } from './command.ts';
import { checkMigrations, checkPeople, checkQueue, checkSecretKey, checkServer } from './doctor/database-checks.ts';
import type { Check, Finding } from './doctor/finding.ts';
import { checkRunning, checkSandbox } from './doctor/system-checks.ts';
import { openInstallation } from './installation.ts';
import { reasonOf } from './reason.ts';

const marks: Record<Finding['state'], string> = { ok: 'ok  ', note: 'note', wrong: 'FAIL' };

export const doctor: Command = {
  name: 'doctor',
  summary: 'Check the settings, the database and what runs; changes nothing',
  usage: '[--json]',
  notes: ['Exit code 1 when something is wrong.'],
  options: {},
  run: async () => {
    const findings = await examine();
    const wrong = findings.filter(({ state }) => state === 'wrong').length;
    const width = Math.max(...findings.map(({ name }) => name.length));
    const verdict = wrong === 0 ? 'Nothing is wrong.' : `${wrong} of ${findings.length} checks failed.`;
    return {
      data: { ok: wrong === 0, checks: findings },
      lines: [
        ...findings.map(({ name, state, message }) => `${marks[state]}  ${name.padEnd(width)}  ${message}`),
        verdict,
      ],
      failed: wrong > 0,
    } satisfies Answer;
  },
};

async function examine(): Promise<Finding[]> {
  const settings = attempt(() => readSettings(projectRoot, process.env));
  if (settings instanceof Error) return [{ name: 'Settings', state: 'wrong', message: settings.message }];
  const findings: Finding[] = [settingsFinding(settings), await run('System', () => checkRunning(settings))];
  if (settings.embedded && !existsSync(join(settings.dataDir, 'pg'))) {
    findings.push({ name: 'Database', state: 'note', message: 'There is none yet; the first start makes it' });
  } else {
    findings.push(...(await examineDatabase()));
  }
  findings.push(await run('Sandbox', () => checkSandbox(settings)));
  return findings;
}

function settingsFinding({ embedded, dataDir, demo, env }: StartSettings): Finding {
  const database = embedded ? 'embedded Postgres' : 'Postgres of DATABASE_URL';
  const message = `${env.publicUrl}, ${database}, data in ${dataDir}, demo ${demo ? 'on' : 'off'}`;
  return { name: 'Settings', state: 'ok', message };
}

/** The checks of the database, of which the later ones need the earlier ones. */
async function examineDatabase(): Promise<Finding[]> {
  const findings: Finding[] = [];
  const installation = await openInstallation().catch((error: Error) => error);
  if (installation instanceof Error) return [{ name: 'Database', state: 'wrong', message: reasonOf(installation) }];
  try {
    const checks: [string, Check][] = [
      ['Database', checkServer],
      ['Migrations', checkMigrations],
      ['Secret key', checkSecretKey],
      ['Queue', checkQueue],
      ['People', checkPeople],
    ];
    for (const [name, check] of checks) {
      const finding = await run(name, check);
      findings.push(finding);
      if (finding.state === 'wrong' && (name === 'Database' || name === 'Migrations')) break;
    }
    return findings;
  } finally {
    await installation.close();
  }
}

async function run(name: string, check: Check): Promise<Finding> {
  try {
    return { name, ...(await check()) };
  } catch (error) {
    return { name, state: 'wrong', message: reasonOf(error) };
  }
}

function attempt<T>(work: () => T): T | Error {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
