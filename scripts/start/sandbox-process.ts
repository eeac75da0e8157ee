import { join } from 'node:path';
import { env } from '../../lib/env.ts';
import { startSandbox } from '../../sandbox/main.ts';
import { fail, stopWhenAsked, tellParent } from './child.ts';

/** The sandbox platform as a process, on the host and port of SANDBOX_URL, with its state below DATA_DIR. */
const { sandboxUrl, dataDir } = env();
const { hostname, port } = new URL(sandboxUrl ?? 'http://127.0.0.1:0');
const started = startSandbox({
  host: hostname,
  port: Number(port),
  stateFile: join(dataDir, 'sandbox.json'),
  notice: (text) => process.stderr.write(`sandbox: ${text}\n`),
});
stopWhenAsked(async () => (await started).stop());
started.then(
  () => tellParent({ type: 'ready' }),
  (error) => fail('The sandbox platform could not start', error),
);
