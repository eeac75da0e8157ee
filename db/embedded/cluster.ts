import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PostgresBinaries } from './binaries.ts';
import { currentFolder } from './postmaster.ts';
import { canEnter, type RunAs } from './run-as.ts';

/** Name of the role and of the database that the embedded Postgres has. */
export const embeddedName = 'ledgerline';

/** How to start a Postgres program on this folder: under which user, where, and which words name the data. */
export function onFolder(folder: string, runAs: RunAs | undefined) {
  const reachable = canEnter(folder, runAs);
  return { dataDir: reachable ? folder : currentFolder, options: { cwd: folder, ...runAs } };
}

/** Reads the password of the embedded Postgres, or makes one; it is kept beside the data, readable by its owner only. */
export function embeddedPassword(dataDir: string): string {
  const path = join(dataDir, 'postgres-password');
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(path, 'utf8').trim();
}

/**
 * Makes the data folder if there is none. It is made beside its place and then moved there, so that a start that was
 * killed in the middle leaves nothing that looks like data.
 */
export async function ensureCluster(input: {
  pgDir: string;
  password: string;
  binaries: PostgresBinaries;
  runAs: RunAs | undefined;
  throwaway: boolean;
}): Promise<void> {
  const { pgDir, binaries, runAs } = input;
  if (existsSync(pgDir)) {
    refuseOtherVersion(pgDir, binaries.major);
    return;
  }
  const part = `${pgDir}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part);
  if (runAs) chownSync(part, runAs.uid, runAs.gid);
  chmodSync(part, 0o700);
  const passwordFd = openUnlinked(`${pgDir}.password`, input.password, runAs);
  try {
    await runInitdb(binaries.initdb, part, runAs, passwordFd, [
      ...['-U', embeddedName, '-A', 'scram-sha-256', '-E', 'UTF8', '--no-instructions'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
      ...(input.throwaway ? ['--no-sync'] : []),
    ]);
  } finally {
    closeSync(passwordFd);
  }
  renameSync(part, pgDir);
}

function refuseOtherVersion(pgDir: string, major: string): void {
  const made = readFileSync(join(pgDir, 'PG_VERSION'), 'utf8').trim();
  if (made === major) return;
  throw new Error(
    `The data in ${pgDir} was made by PostgreSQL ${made}; this version brings ${major}. Nothing was changed. ` +
      'Start the version that made it, dump the database, and load it into a new data folder.',
  );
}

/** A file that is already gone from its folder and lives as long as it is open: a kill leaves no secret lying about. */
function openUnlinked(path: string, content: string, runAs: RunAs | undefined): number {
  writeFileSync(path, content, { mode: 0o600 });
  if (runAs) chownSync(path, runAs.uid, runAs.gid);
  const fd = openSync(path, 'r');
  rmSync(path);
  return fd;
}

function runInitdb(
  initdb: string,
  folder: string,
  runAs: RunAs | undefined,
  passwordFd: number,
  args: string[],
): Promise<void> {
  const { dataDir, options } = onFolder(folder, runAs);
  return new Promise((resolve, reject) => {
    const child = spawn(initdb, ['-D', dataDir, '--pwfile', '/dev/fd/3', ...args], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe', passwordFd],
    });
    let complaint = '';
    child.stderr?.setEncoding('utf8').on('data', (chunk) => {
      complaint += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The embedded Postgres could not make its data folder: ${complaint.trim()}`));
    });
  });
}
