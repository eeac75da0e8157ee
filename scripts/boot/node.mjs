import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Whether this version runs TypeScript files by itself, without a flag. */
export function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major === 22) return minor >= 18;
  if (major === 23) return minor >= 6;
  return major >= 24;
}

/** Path of the Node that runs the project: the one the install brought, else this one when it is new enough. */
export function chooseNode(root) {
  const brought = join(root, 'node_modules', '.bin', 'node');
  const version = spawnSync(brought, ['--version'], { encoding: 'utf8' });
  if (version.status === 0 && runsTypeScript(version.stdout.trim())) return brought;
  if (runsTypeScript(process.version)) return process.execPath;
  throw new Error(
    `This needs Node 22.18 or newer. The install brings its own for Linux (x64 and arm64); on this system it did not, ` +
      `and the Node that runs npm is ${process.version}. Install a newer Node and start again. Nothing was changed.`,
  );
}
