import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../scripts/start/project-root.ts';
import { startLog } from './installation.ts';
import { startMailCatcher } from './mail-catcher.ts';

/**
 * The installation that the browser tests use: a start with the demo in the data folder E2E_DATA_DIR, which goes away
 * with it. Run by Playwright with PORT set. The mails that it sends are kept beside its data. It may reach itself, whose
 * APIs are a platform too, a Tryton named by TRYTON_URL and the tests' receiver of webhooks, although they are on this
 * machine.
 */
const { DATABASE_URL, DATABASE_DIRECT_URL, SECRET_KEY, PUBLIC_URL, HOST, SANDBOX_URL, ...inherited } = process.env;
const dataDir = inherited.E2E_DATA_DIR ?? '';
// Fails when there is such a folder: it would be somebody else's, and it is removed at the end. Postgres runs as
// another user where root starts it, and must be able to pass.
mkdirSync(dataDir, { mode: 0o711 });
const mail = { SMTP_URL: await startMailCatcher(dataDir), MAIL_FROM: 'Ledgerline <hub@example.com>' };

const start = spawn(process.execPath, [join(projectRoot, 'scripts', 'start.ts')], {
  cwd: projectRoot,
  env: { ...inherited, ...mail, NODE_ENV: 'production', DATA_DIR: dataDir, DEMO: '1', OUTBOUND_ALLOW: outboundAllow() },
  // Its channel closes when this process is killed, and it stops then.
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
});
start.stdout?.pipe(process.stdout);
start.stdout?.pipe(createWriteStream(startLog(dataDir)));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => start.kill(signal));
start.on('exit', (code) => {
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(code ?? 1);
});

function outboundAllow(): string {
  const tryton = process.env.TRYTON_URL;
  const receiver = `127.0.0.1:${process.env.E2E_RECEIVER_PORT}`;
  const itself = `127.0.0.1:${process.env.PORT}`;
  return [process.env.OUTBOUND_ALLOW, itself, receiver, tryton && new URL(tryton).host].filter(Boolean).join(',');
}
