import { watchFreshness } from '../domain/freshness/watch.ts';
import { tellIncidents } from '../domain/incidents/tell.ts';
import { watchIncidents } from '../domain/incidents/watch.ts';
import { log } from '../log.ts';

/**
 * One look of the watchdog: what is late is marked, incidents are opened and closed, and whoever asked is told. It shares
 * nothing with the scheduler, so that it sees one that stands still.
 */
export async function watch(input: { now: Date }): Promise<void> {
  const { late } = await watchFreshness(input);
  const { opened, closed } = await watchIncidents(input);
  const told = await tellIncidents(input);
  if (late + opened + closed + told > 0) log().info({ late, opened, closed, told }, 'the watchdog saw a change');
}
