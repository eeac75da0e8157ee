import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The user under whom Postgres runs when we are root, which it refuses to be. */
export interface RunAs {
  uid: number;
  gid: number;
}

/**
 * Undefined for a normal user: Postgres then runs as that user. As root: the owner of the data if there is any, else
 * `postgres`, else `nobody`; nothing is created on the host.
 */
export function chooseRunAs(existingDataDir: string | undefined): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existingDataDir) {
    const { uid, gid } = statSync(existingDataDir);
    if (uid !== 0) return { uid, gid };
  }
  return userNamed('postgres') ?? userNamed('nobody') ?? { uid: 65534, gid: 65534 };
}

function userNamed(name: string): RunAs | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid && uid !== '0' ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** Whether that user can walk down to this program and run it: not so below a private home folder such as /root. */
export function canRun(program: string, runAs: RunAs | undefined): boolean {
  return mayPass(program, runAs) && canEnter(dirname(program), runAs);
}

/** Whether that user can walk down to this folder and into it. */
export function canEnter(folder: string, runAs: RunAs | undefined): boolean {
  if (!mayPass(folder, runAs)) return false;
  return folder === dirname(folder) || canEnter(dirname(folder), runAs);
}

/** One permission bit has both meanings: run a file, pass through a folder. */
function mayPass(path: string, runAs: RunAs | undefined): boolean {
  if (!runAs) return true;
  const { mode, uid, gid } = statSync(path);
  const bit = uid === runAs.uid ? 0o100 : gid === runAs.gid ? 0o010 : 0o001;
  return (mode & bit) !== 0;
}
