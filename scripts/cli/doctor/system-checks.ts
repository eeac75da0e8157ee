import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLockNote } from '../../../db/embedded/process-lock.ts';
import type { StartSettings } from '../../start/settings.ts';
import type { Finding } from './finding.ts';

const patienceMs = 3000;

/** Whether the system runs on this data folder, and answers. A stopped one is no fault. */
export async function checkRunning({ dataDir, env }: StartSettings): Promise<Omit<Finding, 'name'>> {
  const running = await readLockNote(`start:${dataDir}`);
  // The start says where it is; this command may have been given another PORT.
  const url = running?.match(/https?:\S+/)?.[0] ?? env.publicUrl;
  const status = await statusOf(`${url}/healthz`);
  if (running && status === 200) return { state: 'ok', message: `Answers at ${url}` };
  if (running) {
    throw new Error(`It runs (${running}), but ${url}/healthz ${status ? `answers ${status}` : 'does not answer'}`);
  }
  const other = status === 200 ? `; another one answers at ${url}` : '';
  return { state: 'note', message: `Not started on this data folder${other}` };
}

/** Whether the sandbox platform can be used, where there is one. */
export async function checkSandbox({ demo, dataDir, env }: StartSettings): Promise<Omit<Finding, 'name'>> {
  if (env.sandboxUrl) {
    const status = await statusOf(env.sandboxUrl);
    if (status === undefined) throw new Error(`Nobody answers at SANDBOX_URL, ${env.sandboxUrl}`);
    return { state: 'ok', message: `Answers at ${env.sandboxUrl}` };
  }
  if (!demo) return { state: 'ok', message: 'Off: it comes with the demo' };
  const file = join(dataDir, 'sandbox.json');
  if (!existsSync(file)) return { state: 'note', message: 'Has no books yet; the first start makes them' };
  try {
    JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`Its books in ${file} can't be read. Delete that file: it is made again`);
  }
  return { state: 'ok', message: `Starts with the system; its books are in ${file}` };
}

/** Status of an address, undefined when nobody answers. Any answer will do for the sandbox. */
async function statusOf(url: string): Promise<number | undefined> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMs), redirect: 'manual' }).catch(
    () => undefined,
  );
  await answer?.body?.cancel();
  return answer?.status;
}
