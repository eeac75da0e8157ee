import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Holders } from '../../db/embedded/holders.ts';
import { withProcessLock } from '../../db/embedded/process-lock.ts';
import { buildNext } from './next-build.ts';
import { bundlePrograms } from './programs.ts';
import { sourceStamp } from './source-stamp.ts';

/** How many finished builds are kept besides those in use: the last one, to go back to. */
const keptBuilds = 2;
/** A build during which somebody saves a file is made again, but not for ever. */
const attempts = 2;

/** The folder of the finished build of the source as it is now, or undefined. */
export function findBuild(root: string): string | undefined {
  const folder = join(root, 'dist', sourceStamp(root));
  return existsSync(join(folder, 'build.json')) ? folder : undefined;
}

/**
 * Makes the build of this source unless it is there, and returns its folder, `dist/<stamp>`. It is put together in a
 * folder of its own and moved to its place when whole, so that a kill in the middle leaves no half build and a running
 * installation keeps the one it uses. Of several that build at once, one builds and the others take the result.
 */
export async function ensureBuild(root: string, options: { echo: boolean; signal: AbortSignal }): Promise<string> {
  const found = findBuild(root);
  if (found) return found;
  return withProcessLock(`build:${root}`, async () => {
    options.signal.throwIfAborted();
    return findBuild(root) ?? (await makeBuild(root, options));
  });
}

async function makeBuild(root: string, options: { echo: boolean; signal: AbortSignal }): Promise<string> {
  const dist = join(root, 'dist');
  mkdirSync(dist, { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    const stamp = sourceStamp(root);
    const part = join(dist, `${stamp}.part`);
    rmSync(part, { recursive: true, force: true });
    await bundlePrograms(root, part);
    await buildNext(root, join(part, 'next'), options);
    if (sourceStamp(root) !== stamp) {
      if (attempt < attempts) continue;
      throw new Error('The source was changed while it was built; what came of it belongs to no version');
    }
    writeFileSync(join(part, 'build.json'), `${JSON.stringify({ stamp, builtAt: new Date().toISOString() })}\n`);
    const folder = join(dist, stamp);
    rmSync(folder, { recursive: true, force: true });
    renameSync(part, folder);
    removeOldBuilds(dist);
    return folder;
  }
}

function removeOldBuilds(dist: string): void {
  const folders = readdirSync(dist)
    .map((name) => join(dist, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  const [finished, parts] = [
    folders.filter((path) => !path.endsWith('.part')),
    folders.filter((path) => path.endsWith('.part')),
  ];
  for (const path of [...parts, ...finished.slice(keptBuilds).filter((path) => !buildUsers(path).hasOthers())]) {
    rmSync(path, { recursive: true, force: true });
  }
}

/** The running installations that use a build. */
export const buildUsers = (folder: string) => new Holders(join(folder, 'users'));
