import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { commandLine as cli } from './testing/command-line.ts';
import { freePort, isRunning, RunningStart, temporaryDataDir } from './testing/running-start.ts';

const cleanUps: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

test('keys are made before, beside and after a running system, which loses nothing by it', async () => {
  const folder = temporaryDataDir();
  cleanUps.push(folder.remove);
  const newKey = async () => {
    const { code, out, err } = await cli(folder.path, ['api-key', 'create', '--name', 'x', '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(Object.keys(JSON.parse(out))).toEqual(['id', 'key', 'organizationId']);
    return JSON.parse(out).key as string;
  };

  // Nothing was ever started here: the command makes the database, and leaves no process behind.
  expect((await cli(folder.path, ['organization', 'create', '--name', 'Northwind'])).code).toBe(0);
  const keys = [await newKey()];
  expect(readdirSync(join(folder.path, 'postgres-users'))).toEqual([]);

  const started = new RunningStart(await freePort(), folder.path);
  cleanUps.push(async () => {
    started.kill('SIGTERM');
    await started.exit();
  });
  await started.running();
  const postgres = started.childRunning('postgres')?.pid ?? 0;
  keys.push(await newKey());
  expect(isRunning(postgres)).toBe(true);
  for (const key of keys) expect(await statusWith(started.port, key)).toBe(200);
  expect(await statusWith(started.port, 'll_wrong')).toBe(401);

  started.kill('SIGTERM');
  expect(await started.exit()).toBe(0);
  expect(isRunning(postgres)).toBe(false);
  await newKey();
});

async function statusWith(port: number, key: string): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/v4/core/companies`, {
    headers: { api_key: key },
  });
  await response.arrayBuffer();
  return response.status;
}
