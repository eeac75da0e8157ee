import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { withLock } from './lock.mjs';

/**
 * Runs `npm ci` when node_modules is not what package-lock.json says: absent, of another lockfile or platform, or left
 * half done. Two starts at once wait for each other, so that one installs and the other finds it done.
 */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  await withLock(`install:${realpathSync(root)}`, async () => {
    if (isInstalled(root)) return;
    process.stderr.write('Installing the packages of package-lock.json (npm ci). This is needed once.\n');
    // Without these two an interrupted run can't be taken for a finished one.
    rmSync(stampPath(root), { force: true });
    rmSync(hiddenLockPath(root), { force: true });
    await npmCi(root);
    writeStamp(root);
  });
}

/** The stamp is quick to check; where it is missing or the folder changed since, every package is looked at. */
export function isInstalled(root) {
  const stamp = readJson(stampPath(root));
  if (stamp && sameStamp(stamp, currentStamp(root))) return true;
  // A patch is applied while a package is installed; whether it was can't be seen afterwards.
  const otherPatches = stamp?.patches !== undefined && stamp.patches !== currentStamp(root).patches;
  if (otherPatches || !everyPackageIsThere(root, stamp)) return false;
  writeStamp(root);
  return true;
}

function everyPackageIsThere(root, stamp) {
  const wanted = readJson(join(root, 'package-lock.json'));
  const installed = readJson(hiddenLockPath(root));
  if (!wanted?.packages || !installed?.packages) return false;
  // An install of this very lockfile may lack optional packages that npm was told to leave out; asking again is useless.
  const finished = stamp?.lock === currentStamp(root).lock;
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const have = installed.packages[path];
    if (!have) return Boolean(entry.optional) && (finished || !fitsThisMachine(entry));
    if (have.version !== entry.version || have.integrity !== entry.integrity) return false;
    return existsSync(join(root, path, 'package.json'));
  });
}

/** Optional packages of other platforms are in the lockfile and rightly not installed. */
function fitsThisMachine({ os, cpu, libc }) {
  // A package without a platform may be left out for any reason (a peer, a build that failed).
  if (!os && !cpu && !libc) return false;
  return (
    fits(os, process.platform) && fits(cpu, process.arch) && (process.platform !== 'linux' || fits(libc, ownLibc()))
  );
}

/** Reads npm's platform fields: a name or a list, of what is wanted or (with `!`) unwanted. */
function fits(field, own) {
  const list = [field ?? []].flat();
  const wanted = list.filter((item) => !item.startsWith('!'));
  return !list.includes(`!${own}`) && (wanted.length === 0 || wanted.includes(own));
}

const ownLibc = () => (readdirSync('/lib').some((file) => file.startsWith('ld-musl')) ? 'musl' : 'glibc');

function npmCi(root) {
  const npm = process.env.npm_execpath;
  const runsInNode = npm && /npm-cli\.[cm]?js$/.test(npm);
  // Scripts, because our own applies the patches.
  const args = ['ci', '--include=dev', '--include=optional', '--ignore-scripts=false', '--no-audit', '--no-fund'];
  // Development packages are needed to build, also where NODE_ENV says production. Output goes to stderr: stdout
  // belongs to the command that was asked for.
  const child = spawn(runsInNode ? process.execPath : 'npm', runsInNode ? [npm, ...args] : args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'development' },
  });
  const forward = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Error(`npm could not be started: ${error.message}`)));
    child.on('exit', (code, signal) => {
      for (const name of signals) process.removeListener(name, forward);
      if (code === 0) resolve();
      else if (signal) reject(new Error('The installation was interrupted. Start again to repeat it.'));
      else reject(new Error(`npm ci failed with code ${code}; its message is above. Start again to repeat it.`));
    });
  });
}

const stampPath = (root) => join(root, 'node_modules', '.cache', 'ledgerline-install.json');
const hiddenLockPath = (root) => join(root, 'node_modules', '.package-lock.json');

function currentStamp(root) {
  const folder = statSync(join(root, 'node_modules'), { throwIfNoEntry: false });
  return {
    lock: digest([join(root, 'package-lock.json')]),
    patches: digest(patchFiles(root)),
    platform: `${process.platform}-${process.arch}`,
    changedAtMs: folder?.mtimeMs ?? 0,
  };
}

const sameStamp = (a, b) => Object.entries(b).every(([name, value]) => a[name] === value);

function patchFiles(root) {
  const folder = join(root, 'patches');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
}

function digest(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${basename(file)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

function writeStamp(root) {
  try {
    mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true });
    writeFileSync(stampPath(root), `${JSON.stringify(currentStamp(root))}\n`);
  } catch {
    // Somebody else's folder, read-only here: the slower check runs at every start, and finds the same.
  }
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
