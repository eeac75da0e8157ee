import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '../start/project-root.ts';

/** Stands in for npm: notes the call, then puts the packages of the lockfile into node_modules. */
const npm = `
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
rmSync('node_modules', { recursive: true, force: true });
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const wanted = Object.entries(packages).filter(([path, entry]) => path && !(entry.os && !entry.os.includes(process.platform)));
for (const [path, entry] of wanted) {
  mkdirSync(path, { recursive: true });
  writeFileSync(path + '/package.json', JSON.stringify(entry));
  if (process.env.NPM_DIES) process.kill(process.pid, 'SIGKILL');
}
await new Promise((resolve) => setTimeout(resolve, 200));
writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: Object.fromEntries(wanted) }));
`;

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ledgerline-boot-'));
  for (const name of ['boot.mjs', 'boot/install.mjs', 'boot/lock.mjs', 'boot/node.mjs']) {
    mkdirSync(dirname(join(root, 'scripts', name)), { recursive: true });
    cpSync(join(projectRoot, 'scripts', name), join(root, 'scripts', name));
  }
  writeFileSync(join(root, 'npm-cli.mjs'), npm);
  writeFileSync(
    join(root, 'scripts', 'show.ts'),
    'console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 3;',
  );
  lockfile('1.0.0');
});
afterEach(() => rmSync(root, { recursive: true }));

function lockfile(version: string): void {
  const packages = {
    '': { name: 'x' },
    'node_modules/a': { version, integrity: `sha512-a${version}` },
    'node_modules/b': { version: '2.0.0', integrity: 'sha512-b' },
    'node_modules/elsewhere': { version: '1.0.0', optional: true, os: ['plan9'] },
  };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
}

function boot(args = ['scripts/show.ts'], env: Record<string, string> = {}): ChildProcess {
  const { npm_lifecycle_event, ...inherited } = process.env;
  return spawn(process.execPath, [join(root, 'scripts', 'boot.mjs'), ...args], {
    env: { ...inherited, npm_execpath: join(root, 'npm-cli.mjs'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function result(child: ChildProcess) {
  let out = '';
  child.stdout?.on('data', (text) => {
    out += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out: out.trim() };
}

const npmCalls = () =>
  existsSync(join(root, 'npm-calls')) ? readFileSync(join(root, 'npm-calls'), 'utf8').split('\n').length - 1 : 0;

test('installs once, then hands over arguments, output and exit code', async () => {
  expect(await result(boot(['scripts/show.ts', 'a', '--b']))).toEqual({ code: 3, out: '["a","--b"]' });
  expect(await result(boot())).toEqual({ code: 3, out: '[]' });
  expect(npmCalls()).toBe(1);
});

test('installs again when the lockfile names other versions', async () => {
  await result(boot());
  lockfile('1.0.1');
  await result(boot());
  expect(npmCalls()).toBe(2);
});

test('installs again when a patch changed, which the lockfile does not tell', async () => {
  mkdirSync(join(root, 'patches'));
  writeFileSync(join(root, 'patches', 'a+1.0.0.patch'), 'one');
  await result(boot());
  writeFileSync(join(root, 'patches', 'a+1.0.0.patch'), 'two');
  await result(boot());
  await result(boot());
  expect(npmCalls()).toBe(2);
});

test('an install that was killed half way does not count, and neither does one with a package missing', async () => {
  expect((await result(boot(['scripts/show.ts'], { NPM_DIES: '1' }))).code).toBe(1);
  expect((await result(boot())).code).toBe(3);
  expect(npmCalls()).toBe(2);

  rmSync(join(root, 'node_modules', 'b'), { recursive: true });
  await result(boot());
  expect(npmCalls()).toBe(3);
});

test('an install that somebody made with npm itself is taken as it is', async () => {
  await result(boot());
  rmSync(join(root, 'node_modules', '.cache'), { recursive: true });
  await result(boot());
  expect(npmCalls()).toBe(1);
});

test('two at once install once', async () => {
  const [one, two] = await Promise.all([result(boot()), result(boot())]);
  expect([one.code, two.code]).toEqual([3, 3]);
  expect(npmCalls()).toBe(1);
});

test('a signal reaches the script, whose own exit code comes back', async () => {
  writeFileSync(
    join(root, 'scripts', 'wait.ts'),
    "process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 1000); console.log('waits');",
  );
  const child = boot(['scripts/wait.ts']);
  const ended = result(child);
  if (child.stdout) await once(child.stdout, 'data');
  child.kill('SIGTERM');
  expect((await ended).code).toBe(7);
});

test('a script is told when boot itself is killed', async () => {
  writeFileSync(
    join(root, 'scripts', 'wait.ts'),
    "import { writeFileSync } from 'node:fs'; process.on('disconnect', () => { writeFileSync('told', ''); process.exit(); }); console.log('waits');",
  );
  const child = boot(['scripts/wait.ts']);
  if (child.stdout) await once(child.stdout, 'data');
  child.kill('SIGKILL');
  while (!existsSync(join(root, 'told'))) await delay(20);
});
