// Entry of the npm scripts: node scripts/boot.mjs <file.ts> [arguments]
//
// Plain JavaScript for Node 20 without a dependency, because on a fresh clone there is nothing else yet: it installs
// what the lockfile names, then hands over to the given TypeScript file under the Node that came with the install.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './boot/install.mjs';
import { chooseNode } from './boot/node.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const [script, ...args] = process.argv.slice(2);
if (!script || !existsSync(join(root, script))) {
  fail(`Usage: node scripts/boot.mjs <file.ts> [arguments]${script ? `. There is no ${script} here.` : ''}`);
}

try {
  await ensureInstalled(root);
  run(chooseNode(root));
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

/** Runs the script as this process's stand-in: same terminal, same signals, same exit. */
function run(node) {
  const child = spawn(node, [join(root, script), ...args], {
    cwd: root,
    // The channel carries nothing. It closes when this process is killed, which tells the script to stop.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
      NEXT_TELEMETRY_DISABLED: '1',
      // Saves each process a fifth of a second of compiling; keyed by content, so it is never stale.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node-compile'),
    },
  });
  child.on('error', (error) => fail(`${node} could not be started: ${error.message}`));
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  watchNpm(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    for (const name of signals) process.removeAllListeners(name);
    process.kill(process.pid, signal);
    // Only reached when this signal does not end a process.
    setTimeout(() => process.exit(128 + (constants.signals[signal] ?? 0)), 100);
  });
}

/** npm killed with -9 leaves this process behind: nobody could stop it with Ctrl-C any more. */
function watchNpm(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 1000);
  timer.unref();
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
