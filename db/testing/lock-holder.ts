import { tryProcessLock } from '../embedded/process-lock.ts';

/** A process that takes a lock and keeps it until it is killed. */
const lock = await tryProcessLock(process.argv[2] ?? '');
process.send?.(lock ? 'held' : 'refused');
setInterval(() => {}, 3_600_000);
