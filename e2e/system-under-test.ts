import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../scripts/start/project-root.ts';

/**
 * The installation that the browser tests use: a start with the demo in a data folder of its own, which goes away with
 * it. Run by Playwright with PORT set. A Tryton named by TRYTON_URL may be reached although it is on this machine.
 */
const dataDir = mkdtempSync(join(tmpdir(), 'ledgerline-e2e-'));
const { DATABASE_URL, DATABASE_DIRECT_URL, SECRET_KEY, PUBLIC_URL, HOST, ...inherited } = process.env;

const start = spawn(process.execPath, [join(projectRoot, 'scripts', 'start.ts')], {
  cwd: projectRoot,
  env: { ...inherited, NODE_ENV: 'production', DATA_DIR: dataDir, DEMO: '1', OUTBOUND_ALLOW: outboundAllow() },
  // Its channel closes when this process is killed, and it stops then.
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => start.kill(signal));
start.on('exit', (code) => {
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(code ?? 1);
});

function outboundAllow(): string {
  const tryton = process.env.TRYTON_URL;
  return [process.env.OUTBOUND_ALLOW, tryton && new URL(tryton).host].filter(Boolean).join(',');
}
