import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, isAlive } from './processes.ts';

/** What postmaster.pid says about the server of a data folder. */
export interface Postmaster {
  pid: number;
  port: number;
  status: 'starting' | 'ready' | 'stopping';
}

/**
 * How Postgres is told where its data is: it is started inside the folder. Below a private folder its user could not
 * walk there by the full path.
 */
export const currentFolder = '/proc/self/cwd';

/** The running server of this data folder, or undefined. A leftover file of a killed one does not count. */
export function runningPostmaster(pgDir: string): Postmaster | undefined {
  const found = readPidFile(pgDir);
  return found && isAlive(found.pid) && isServerOf(pgDir, found) ? found : undefined;
}

/**
 * Makes the leftover file of a killed server harmless. Postgres refuses to start when the process id in it is in use,
 * also by a zombie or a stranger. The file is not deleted: it names the shared memory that orphaned backends may still
 * use, and Postgres must go on checking that. Our own id does it, because a server ignores its parent's.
 */
export function disarmPidFile(pgDir: string): void {
  const lines = readLines(pgDir);
  if (lines.length === 0) return;
  lines[0] = String(process.pid);
  // Written in place, so that the file keeps its owner.
  writeFileSync(join(pgDir, 'postmaster.pid'), lines.join('\n'));
}

function readPidFile(pgDir: string): Postmaster | undefined {
  const lines = readLines(pgDir);
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  const word = lines[7]?.trim() ?? '';
  const status = word === 'ready' || word === 'stopping' ? word : 'starting';
  return { pid, port: Number(lines[3]) || 0, status };
}

function readLines(pgDir: string): string[] {
  try {
    return readFileSync(join(pgDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** A process id may have gone to somebody else since; the command line tells. */
function isServerOf(pgDir: string, { pid, port }: Postmaster): boolean {
  const words = commandOf(pid);
  const dataDir = words[words.indexOf('-D') + 1];
  const samePort = port === 0 || words[words.indexOf('-p') + 1] === String(port);
  return samePort && (dataDir === pgDir || dataDir === currentFolder);
}
