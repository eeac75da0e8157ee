import { pruneOld } from '../../domain/retention/mutations.ts';
import { log } from '../../log.ts';

/** The nightly clean-up. */
export async function pruneJob(now: Date): Promise<void> {
  log().info(await pruneOld({ now }), 'old rows were removed');
}
