import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from './project-root.ts';
import { say } from './say.ts';
import type { DemoAccess } from './seed.ts';
import { isLoopback, type StartSettings } from './settings.ts';
import type { RunningSystem } from './system.ts';

/** Tells where it runs and how to get in. The demo's sign-in is known anyway; keys are only pointed at. */
export function announce(settings: StartSettings, { seeded, firstRunCode, sandboxUrl }: RunningSystem): void {
  const { publicUrl, host } = settings.env;
  if (seeded) keepDemoAccess(settings.dataDir, seeded);
  const demo = settings.demo ? (seeded ?? keptDemoAccess(settings.dataDir)) : undefined;
  const lines: [string, string][] = [['Address', publicUrl]];
  if (firstRunCode) lines.push(['First visit', `${publicUrl}/setup   and enter the code ${firstRunCode}`]);
  else if (demo) lines.push(['Sign in', `${demo.email}   ${demo.password}`]);
  lines.push(['API key', demo ? shown(demo.apiKeyFile) : 'npm run -s cli -- api-key create --name my-program']);
  if (demo && sandboxUrl) lines.push(['Sandbox', `${sandboxUrl}   its books and faults: sandbox/README.md`]);
  lines.push(['Data', settings.embedded ? shown(settings.dataDir) : 'in the database of DATABASE_URL']);
  lines.push(['Stop', 'Ctrl-C']);
  say(`\nLedgerline is running.\n${lines.map(([name, value]) => `  ${name.padEnd(12)} ${value}`).join('\n')}\n`);
  if (demo && !isLoopback(host)) {
    say('The demo sign-in above is known to everybody, and this address is open to others. Set DEMO=0 for real use.\n');
  }
}

const demoFile = (dataDir: string) => join(dataDir, 'demo-access.json');

function keepDemoAccess(dataDir: string, access: DemoAccess): void {
  writeFileSync(demoFile(dataDir), `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 });
}

function keptDemoAccess(dataDir: string): DemoAccess | undefined {
  if (!existsSync(demoFile(dataDir))) return undefined;
  return JSON.parse(readFileSync(demoFile(dataDir), 'utf8')) as DemoAccess;
}

/** Paths inside the project are shown from there, which is where the person is. */
function shown(path: string): string {
  const inside = relative(projectRoot, path);
  return inside.startsWith('..') ? path : inside;
}
