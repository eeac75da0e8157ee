import { startWorker } from '../../lib/worker/main.ts';
import { fail, stopWhenAsked, tellParent } from './child.ts';

/** The worker as a process: runs the queue until it is asked to stop. */
const started = startWorker();
stopWhenAsked(async () => (await started).stop());
started.then(
  () => tellParent({ type: 'ready' }),
  (error) => fail('The worker could not start', error),
);
