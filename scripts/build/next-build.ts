import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** What Next keeps in its folder for itself: its cache and the route types that the type check reads. */
const staysBehind = new Set(['cache', 'types', 'dev', 'lock', 'diagnostics', 'trace', 'trace-build']);
const otherBuildPatienceMs = 300_000;

/**
 * Builds the Next app and moves the result to `target`. Throws with Next's own output when it fails; stops with the
 * signal. `echo` shows the output while it comes.
 */
export async function buildNext(
  root: string,
  target: string,
  options: { echo: boolean; signal: AbortSignal },
): Promise<void> {
  const until = Date.now() + otherBuildPatienceMs;
  for (;;) {
    const outcome = await runNextBuild(root, options);
    options.signal.throwIfAborted();
    if (outcome.code === 0) break;
    // Left over from a build whose starter was killed; it ends by itself.
    const otherRuns = /[Aa]nother next build process is already running/.test(outcome.output);
    if (!otherRuns || Date.now() > until) throw new Error(`next build failed.\n${options.echo ? '' : outcome.output}`);
    await delay(1000, undefined, { signal: options.signal });
  }
  takeResult(join(root, '.next'), target);
}

function runNextBuild(root: string, { echo, signal }: { echo: boolean; signal: AbortSignal }) {
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
      cwd: root,
      // A group of its own, to be ended with the workers that it starts.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output.push(text);
        if (echo) process.stderr.write(text);
      });
    }
    const stop = () => endGroup(child);
    signal.addEventListener('abort', stop, { once: true });
    child.on('error', reject);
    child.on('close', (code) => {
      signal.removeEventListener('abort', stop);
      resolve({ code, output: output.join('') });
    });
  });
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  process.kill(-child.pid, 'SIGKILL');
}

function takeResult(from: string, target: string): void {
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(from)) {
    if (!staysBehind.has(name)) renameSync(join(from, name), join(target, name));
  }
  mendLinks(join(from, 'node_modules'), join(target, 'node_modules'));
}

/** Next links packages that it leaves out of its bundles, relative to where it built: the links moved, their aim did not. */
function mendLinks(before: string, now: string): void {
  if (!existsSync(now)) return;
  for (const entry of readdirSync(now, { withFileTypes: true })) {
    const path = join(now, entry.name);
    if (entry.isDirectory()) mendLinks(join(before, entry.name), path);
    if (!entry.isSymbolicLink()) continue;
    const aim = resolve(before, readlinkSync(path));
    rmSync(path);
    symlinkSync(relative(dirname(path), aim), join(dirname(path), basename(path)));
  }
}
