import { runSync } from '../run-sync.ts';

/** Runs one sync in a process of its own, so that a test can kill it. */
await runSync({ syncId: process.argv[2] ?? '' });
process.exit(0);
