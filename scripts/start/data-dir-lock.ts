import { readLockNote, tryProcessLock } from '../../db/embedded/process-lock.ts';
import { StartRefused } from './say.ts';
import type { StartSettings } from './settings.ts';

/**
 * Takes the data folder for this start. Throws StartRefused, naming the other, when one runs on it already. Returns
 * the function that lets go of it.
 */
export async function lockDataDir({ dataDir, env }: StartSettings): Promise<() => void> {
  const name = `start:${dataDir}`;
  const lock = await tryProcessLock(name, () => `process ${process.pid}, ${env.publicUrl}`);
  if (lock) return () => lock.release();
  const other = (await readLockNote(name)) ?? 'another process';
  throw new StartRefused(
    `Ledgerline runs already on the data folder ${dataDir} (${other}). Nothing was started. ` +
      'Stop that one, or set DATA_DIR and PORT to run a second one beside it.',
  );
}
