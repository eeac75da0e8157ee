import { parseArgs } from 'node:util';
import { startSandbox } from './main.ts';

/**
 * The sandbox as a process of its own: `node sandbox/serve.ts --port 4010 --state .data/sandbox.json [--host 127.0.0.1]`,
 * or SANDBOX_PORT, SANDBOX_STATE and SANDBOX_HOST. Says `{ ready: url }` to its parent, ends with it, and stops cleanly
 * on SIGTERM and SIGINT.
 */
const { values } = parseArgs({
  options: { port: { type: 'string' }, state: { type: 'string' }, host: { type: 'string' } },
});
const port = Number(values.port ?? process.env.SANDBOX_PORT ?? 0);
const stateFile = values.state ?? process.env.SANDBOX_STATE;
const host = values.host ?? process.env.SANDBOX_HOST ?? '127.0.0.1';
if (!stateFile || !Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write('The sandbox needs SANDBOX_PORT (or --port) and SANDBOX_STATE (or --state).\n');
  process.exit(2);
}

const say = (text: string) => process.stderr.write(`sandbox: ${text}\n`);
const sandbox = await startSandbox({ host, port, stateFile, notice: say });
process.stdout.write(`sandbox ready on ${sandbox.url}\n`);
process.send?.({ ready: sandbox.url });

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  await sandbox.stop();
  process.exit(0);
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);
