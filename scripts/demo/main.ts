import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeContext } from '../../lib/context.ts';
import { createApiKey } from '../../lib/domain/api-keys/mutations.ts';
import { demoAccount } from '../../lib/domain/members/demo-account.ts';
import { env, resetEnv } from '../../lib/env.ts';
import { startSandbox } from '../../sandbox/main.ts';
import { Books } from './books.ts';
import { Clock } from './clock.ts';
import { liveThrough } from './history.ts';
import { createPeople } from './people.ts';
import { demoCompanies } from './plan.ts';

export interface SeededDemo {
  email: string;
  password: string;
  /** The file that holds the demo's API key, mode 0600. */
  apiKeyFile: string;
}

const dayMs = 24 * 3_600_000;

/**
 * Fills an empty database with the demo organisation: people, an API key, and some fifty companies whose past is lived
 * through with the product's own functions and the real engine, under a clock of its own, against the sandbox platform.
 * The sandbox runs in this process meanwhile, on the same state file, so no other may be running on it.
 */
export async function seedDemo(options: { stateFile?: string; now?: Date } = {}): Promise<SeededDemo> {
  const until = options.now ?? new Date();
  const start = new Date(until.getTime() - (Math.max(...demoCompanies.map((one) => one.daysAgo)) + 1) * dayMs);
  const clock = new Clock(start);
  const stateFile = options.stateFile ?? join(env().dataDir, 'sandbox.json');
  const sandbox = await startSandbox({ port: 0, stateFile, now: clock.now });
  const outside = process.env.SANDBOX_URL;
  process.env.SANDBOX_URL = sandbox.url;
  resetEnv();
  try {
    const people = await createPeople(start);
    const apiKeyFile = await writeApiKey(people.organisationId, until);
    await liveThrough(people, new Books(sandbox.url), clock, until);
    return { email: demoAccount.email, password: demoAccount.password, apiKeyFile };
  } finally {
    await sandbox.stop();
    if (outside === undefined) delete process.env.SANDBOX_URL;
    else process.env.SANDBOX_URL = outside;
    resetEnv();
  }
}

async function writeApiKey(organisationId: number, now: Date): Promise<string> {
  const ctx = makeContext({
    organisationId,
    actor: { type: 'system', id: 'demo', label: 'Demo' },
    requestId: crypto.randomUUID(),
    now,
    door: 'demo',
  });
  const { key } = await createApiKey(ctx, { name: 'Demo key', readOnly: false });
  const file = join(env().dataDir, 'demo-api-key');
  await mkdir(env().dataDir, { recursive: true });
  await writeFile(file, `${key}\n`, { mode: 0o600 });
  return file;
}
