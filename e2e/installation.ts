import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedName, embeddedPassword } from '../db/embedded/cluster.ts';
import { runningPostmaster } from '../db/embedded/postmaster.ts';
import { resetEnv } from '../lib/env.ts';

/** What the start printed, kept beside the data by system-under-test.ts. */
export const startLog = (dataDir: string): string => join(dataDir, 'start.log');

/**
 * Makes this process one more of the installation under test: from now on lib/ works on its database, with its key and
 * its sandbox. For arranging what a test begins with.
 */
export function joinInstallation(baseUrl: string): void {
  const dataDir = process.env.E2E_DATA_DIR;
  if (!dataDir) throw new Error('E2E_DATA_DIR is not set: which data folder has the installation under test?');
  const port = runningPostmaster(join(dataDir, 'pg'))?.port;
  if (!port) throw new Error(`No Postgres runs on ${dataDir}`);
  const databaseUrl = `postgres://${embeddedName}:${embeddedPassword(dataDir)}@127.0.0.1:${port}/${embeddedName}`;
  Object.assign(process.env, {
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    DATABASE_DIRECT_URL: databaseUrl,
    SECRET_KEY: readFileSync(join(dataDir, 'secret-key'), 'utf8').trim(),
    PUBLIC_URL: baseUrl,
    SANDBOX_URL: printedSandboxUrl(dataDir),
    DEMO: '1',
    LOG_LEVEL: 'silent',
  });
  resetEnv();
}

function printedSandboxUrl(dataDir: string): string {
  const printed = readFileSync(startLog(dataDir), 'utf8').match(/^ {2}Sandbox\s+(\S+)/m)?.[1];
  if (!printed) throw new Error('The start printed no address of the sandbox');
  return printed;
}
