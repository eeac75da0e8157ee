import { startWorker } from '../../lib/worker/main.ts';
import { fail, stopWhenAsked, tellParent } from './child.ts';
import { isAway } from './wait-for-database.ts';

/** The worker as a process: runs the queue until it is asked to stop. */
const started = startWorker();
stopWhenAsked(async () => (await started).stop());
// The driver has look-ups of its own that nobody can catch. With the database away they fail; the queue comes back.
process.on('unhandledRejection', (error) => {
  if (isAway(error)) process.stderr.write('The worker lost the database. It goes on when it is back.\n');
  else fail('The worker failed', error);
});
started.then(
  () => tellParent({ type: 'ready' }),
  (error) => fail('The worker could not start', error),
);
